create table t (a text);
create view v as select a, a as b from t;
create trigger tr instead of insert on v begin insert into t values (new.a);
end;
