create unlogged table t (a int) with (fillfactor=80);
create table u (a int) with (autovacuum_enabled=false);
