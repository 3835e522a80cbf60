-- rename-index t.old_name low
ALTER INDEX new_name RENAME TO old_name;
