-- alter-table t low
ALTER TABLE t RESET (fillfactor);
-- alter-table t low
ALTER TABLE t SET LOGGED;
-- alter-table u low
ALTER TABLE u RESET (autovacuum_enabled);
-- alter-table u low
ALTER TABLE u SET (fillfactor=70);
