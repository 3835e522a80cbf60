-- drop-foreign-key a.a_b_id_fkey low
ALTER TABLE a DROP CONSTRAINT a_b_id_fkey;
-- alter-table a low
ALTER TABLE a RESET (autovacuum_vacuum_scale_factor);
-- alter-table a low
ALTER TABLE a SET (autovacuum_enabled=false, fillfactor=70);
-- alter-table a low
ALTER TABLE a SET UNLOGGED;
-- alter-table b low
ALTER TABLE b RESET (fillfactor);
-- alter-table b low
ALTER TABLE b SET (parallel_workers=2);
-- alter-table c low
ALTER TABLE c SET LOGGED;
-- add-foreign-key c.c_b_id_fkey medium
ALTER TABLE c ADD CONSTRAINT c_b_id_fkey FOREIGN KEY (b_id) REFERENCES b (id);
