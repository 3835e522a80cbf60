-- rebuild-table a low
PRAGMA legacy_alter_table = ON;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a (
  k TEXT,
  v any,
  PRIMARY KEY (k)
) STRICT;
-- rebuild-table a low
INSERT INTO dbx_rebuild_a (k, v) SELECT CAST(k AS TEXT), v FROM a;
-- rebuild-table a high
DROP TABLE a;
-- rebuild-table a low
ALTER TABLE dbx_rebuild_a RENAME TO a;
-- rebuild-table b low
CREATE TABLE dbx_rebuild_b (
  k TEXT NOT NULL,
  n int NOT NULL,
  PRIMARY KEY (k, n)
) WITHOUT ROWID;
-- rebuild-table b low
INSERT INTO dbx_rebuild_b (k, n) SELECT k, n FROM b;
-- rebuild-table b high
DROP TABLE b;
-- rebuild-table b low
ALTER TABLE dbx_rebuild_b RENAME TO b;
-- rebuild-table c low
CREATE TABLE dbx_rebuild_c (
  id int,
  d TEXT,
  PRIMARY KEY (id)
);
-- rebuild-table c low
INSERT INTO dbx_rebuild_c (id, d) SELECT id, d FROM c;
-- rebuild-table c high
DROP TABLE c;
-- rebuild-table c low
ALTER TABLE dbx_rebuild_c RENAME TO c;
-- rebuild-table c low
PRAGMA legacy_alter_table = OFF;
