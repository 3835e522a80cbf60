create table p (a int, b int, c text, primary key (a)); create table q (id int primary key, a int references p, x int); create table r (a int references p (a) on delete cascade, y int);
insert into p values (1, 1, 'x'); insert into q values (1, 1, 1); insert into r values (1, 1);
