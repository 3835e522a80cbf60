-- rebuild-table u low
PRAGMA legacy_alter_table = ON;
-- rebuild-table u low
CREATE TABLE dbx_rebuild_u (
  k TEXT NOT NULL,
  v int,
  w TEXT,
  PRIMARY KEY (k)
) STRICT, WITHOUT ROWID;
-- rebuild-table u low
INSERT INTO dbx_rebuild_u (k, v) SELECT CAST(k AS TEXT), v FROM u;
-- rebuild-table u low
DROP TABLE u;
-- rebuild-table u low
ALTER TABLE dbx_rebuild_u RENAME TO u;
-- rebuild-table u low
PRAGMA legacy_alter_table = OFF;
-- add-column t.c low
ALTER TABLE t ADD COLUMN c REAL;
