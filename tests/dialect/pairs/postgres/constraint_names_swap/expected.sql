-- rename-constraint t.dbx_rename_u1 low
ALTER TABLE t RENAME CONSTRAINT u1 TO dbx_rename_u1;
-- rename-constraint t.dbx_rename_u2 low
ALTER TABLE t RENAME CONSTRAINT u2 TO dbx_rename_u2;
-- rename-constraint t.dbx_rename_c2 low
ALTER TABLE t RENAME CONSTRAINT c2 TO dbx_rename_c2;
-- rename-constraint t.dbx_rename_c1 low
ALTER TABLE t RENAME CONSTRAINT c1 TO dbx_rename_c1;
-- rename-index t.dbx_rename_i2 low
ALTER INDEX i2 RENAME TO dbx_rename_i2;
-- rename-index t.dbx_rename_i1 low
ALTER INDEX i1 RENAME TO dbx_rename_i1;
-- rename-constraint t.u2 low
ALTER TABLE t RENAME CONSTRAINT dbx_rename_u1 TO u2;
-- rename-constraint t.u1 low
ALTER TABLE t RENAME CONSTRAINT dbx_rename_u2 TO u1;
-- rename-constraint t.c1 low
ALTER TABLE t RENAME CONSTRAINT dbx_rename_c2 TO c1;
-- rename-constraint t.c2 low
ALTER TABLE t RENAME CONSTRAINT dbx_rename_c1 TO c2;
-- rename-index t.i1 low
ALTER INDEX dbx_rename_i2 RENAME TO i1;
-- rename-index t.i2 low
ALTER INDEX dbx_rename_i1 RENAME TO i2;
