-- drop-foreign-key c.c_b_id_fkey low
ALTER TABLE c DROP CONSTRAINT c_b_id_fkey;
-- alter-table c low
ALTER TABLE c SET UNLOGGED;
-- alter-table b low
ALTER TABLE b RESET (parallel_workers);
-- alter-table b low
ALTER TABLE b SET (fillfactor=90);
-- alter-table a low
ALTER TABLE a RESET (autovacuum_enabled, fillfactor);
-- alter-table a low
ALTER TABLE a SET (autovacuum_vacuum_scale_factor=0.1);
-- alter-table a low
ALTER TABLE a SET LOGGED;
-- add-foreign-key a.a_b_id_fkey medium
ALTER TABLE a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES b (id) DEFERRABLE;
