create table t (id int not null, a text, b text not null);
insert into t values (1,'x','y');
