create table p (id int not null, constraint p_key primary key (id));
create table c (p int references p (id));
