-- rename-index t.old_name low
DROP INDEX new_name;
-- rename-index t.old_name low
CREATE INDEX old_name ON t (a);
