create table tenant (id int primary key);
create table post (tenant_id int references tenant, id int, title text, primary key (tenant_id, id));
create table comment (tenant_id int not null, id int, post_id int, primary key (tenant_id, id),
  foreign key (tenant_id, post_id) references post on delete set null (post_id));
insert into tenant values (1); insert into post values (1, 1, 't'); insert into comment values (1, 1, 1), (1, 2, null);
