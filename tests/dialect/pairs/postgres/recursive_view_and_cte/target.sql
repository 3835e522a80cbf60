create table t (id bigint, parent bigint);
create view v as with recursive r as (select id, parent, 1 as depth from t where parent is null union all select t.id, t.parent, r.depth + 1 from t join r on t.parent = r.id) select * from r;
