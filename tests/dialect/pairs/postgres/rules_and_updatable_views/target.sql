create table t (id bigint primary key, v varchar(20), hidden boolean default false, n int); create view v as select id, v, n from t where not hidden; create table hist (id bigint, v text, at timestamptz default now());
create rule v_ins as on insert to v do instead insert into t (id, v, n) values (new.id, new.v, 1) returning t.id, t.v, t.n; create rule t_upd as on update to t where old.v is distinct from new.v do also (insert into hist (id, v) values (old.id, old.v); delete from hist where id is null); 
alter view v alter v set default 'dflt2', alter n set default 3;
