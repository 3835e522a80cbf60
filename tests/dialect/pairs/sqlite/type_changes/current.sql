create table t (id int primary key, a text, b varchar(10), c integer, d numeric, e real, f blob, g);
insert into t values (1,'12','x',3,4.5,1.5,x'01',1);
