-- alter-table t low
ALTER TABLE t SET (fillfactor=80);
-- alter-table t low
ALTER TABLE t SET UNLOGGED;
-- alter-table u low
ALTER TABLE u RESET (fillfactor);
-- alter-table u low
ALTER TABLE u SET (autovacuum_enabled=false);
