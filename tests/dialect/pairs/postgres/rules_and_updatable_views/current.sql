create table t (id int primary key, v text, hidden boolean default false); create view v as select id, v from t where not hidden; create table hist (id int, v text, at timestamptz default now());
create rule v_ins as on insert to v do instead insert into t (id, v) values (new.id, new.v) returning t.id, t.v; create rule t_upd as on update to t where old.v <> new.v do also insert into hist (id, v) values (old.id, old.v); create rule v_del as on delete to v do instead update t set hidden = true where id = old.id;
alter view v alter v set default 'dflt'; insert into t values (1, 'a');
