-- add-column t.b low
ALTER TABLE t ADD COLUMN b INTEGER DEFAULT 7;
-- add-column t.b low
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
-- add-column t.c low
ALTER TABLE t ADD COLUMN c TIMESTAMP DEFAULT current_timestamp;
