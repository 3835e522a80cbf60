create table tenant (id int primary key);
create table post (tenant_id int references tenant on delete cascade, id int, title text, slug text default 'a' not null, primary key (tenant_id, id), unique (tenant_id, slug));
create table comment (tenant_id int not null, id int, post_id int default 1, primary key (tenant_id, id),
  foreign key (tenant_id, post_id) references post on delete set default (post_id) on update cascade);
