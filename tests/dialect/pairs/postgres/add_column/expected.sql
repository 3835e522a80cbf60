-- add-column t.b low
ALTER TABLE t ADD COLUMN b integer DEFAULT 7 NOT NULL;
-- add-column t.c low
ALTER TABLE t ADD COLUMN c timestamp with time zone DEFAULT now();
