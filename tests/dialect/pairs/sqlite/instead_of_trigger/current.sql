create table t (a int);
create view v as select a from t;
create trigger tr instead of insert on v begin insert into t values (new.a);
end;
insert into t values (1);
