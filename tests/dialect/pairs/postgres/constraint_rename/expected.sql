-- rename-constraint t.new_unique low
ALTER TABLE t RENAME CONSTRAINT old_unique TO new_unique;
-- rename-constraint t.new_check low
ALTER TABLE t RENAME CONSTRAINT old_check TO new_check;
