-- drop-unique t.u2 low
ALTER TABLE t DROP CONSTRAINT u2;
-- rename-constraint t.t_a_unique low
ALTER TABLE t RENAME CONSTRAINT t_a_key TO t_a_unique;
-- add-unique t.u3 medium
ALTER TABLE t ADD CONSTRAINT u3 UNIQUE NULLS NOT DISTINCT (b);
-- add-unique t.t_c_key medium
ALTER TABLE t ADD CONSTRAINT t_c_key UNIQUE (c) DEFERRABLE INITIALLY DEFERRED;
