-- rename-constraint t.dbx_rename_k2 low
ALTER TABLE t RENAME CONSTRAINT k2 TO dbx_rename_k2;
-- rename-constraint t.dbx_rename_k3 low
ALTER TABLE t RENAME CONSTRAINT k3 TO dbx_rename_k3;
-- rename-index t.dbx_rename_k1 low
ALTER INDEX k1 RENAME TO dbx_rename_k1;
-- rename-constraint t.k1 low
ALTER TABLE t RENAME CONSTRAINT dbx_rename_k2 TO k1;
-- rename-constraint t.k2 low
ALTER TABLE t RENAME CONSTRAINT dbx_rename_k3 TO k2;
-- rename-index t.k3 low
ALTER INDEX dbx_rename_k1 RENAME TO k3;
