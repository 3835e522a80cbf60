create table t (id int primary key, a text, b varchar(10), c integer, d numeric(10,2), e boolean default true, f date);
insert into t values (1,'12','x',3,4.5,true,'2020-01-01');
