-- rename-constraint t.old_unique low
ALTER TABLE t RENAME CONSTRAINT new_unique TO old_unique;
-- rename-constraint t.old_check low
ALTER TABLE t RENAME CONSTRAINT new_check TO old_check;
