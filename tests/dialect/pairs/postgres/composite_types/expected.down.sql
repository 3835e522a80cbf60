-- drop-column t.a high
ALTER TABLE t DROP COLUMN a;
-- drop-object pt medium
DROP TYPE pt;
