create table p (a int, b int, primary key (a,b));
create table c (x int, y int);
insert into p values (1,2);
insert into c values (1,2);
