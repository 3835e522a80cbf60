-- add-column t.e low
ALTER TABLE t ADD COLUMN e TEXT NOT NULL DEFAULT 'new';
