-- rename-index t.new_name low
ALTER INDEX old_name RENAME TO new_name;
