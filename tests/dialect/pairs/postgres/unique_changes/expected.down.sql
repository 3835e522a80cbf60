-- drop-unique t.u3 low
ALTER TABLE t DROP CONSTRAINT u3;
-- drop-unique t.t_c_key low
ALTER TABLE t DROP CONSTRAINT t_c_key;
-- rename-constraint t.t_a_key low
ALTER TABLE t RENAME CONSTRAINT t_a_unique TO t_a_key;
-- add-unique t.u2 medium
ALTER TABLE t ADD CONSTRAINT u2 UNIQUE (b, c);
