create table t (id int, parent int);
create view v as with recursive r as (select id, parent from t where parent is null union all select t.id, t.parent from t join r on t.parent = r.id) select * from r;
