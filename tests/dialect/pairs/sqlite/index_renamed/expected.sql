-- rename-index t.new_name low
DROP INDEX old_name;
-- rename-index t.new_name low
CREATE INDEX new_name ON t (a);
