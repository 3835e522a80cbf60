-- drop-exclusion t.t_r_excl low
ALTER TABLE t DROP CONSTRAINT t_r_excl;
