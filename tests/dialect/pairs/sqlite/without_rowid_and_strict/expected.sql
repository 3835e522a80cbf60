-- rebuild-table a low
PRAGMA legacy_alter_table = ON;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a (
  k TEXT,
  v,
  PRIMARY KEY (k)
);
-- rebuild-table a low
INSERT INTO dbx_rebuild_a (k, v) SELECT k, v FROM a;
-- rebuild-table a high
DROP TABLE a;
-- rebuild-table a low
ALTER TABLE dbx_rebuild_a RENAME TO a;
-- rebuild-table b low
CREATE TABLE dbx_rebuild_b (
  k TEXT,
  n int,
  m int,
  PRIMARY KEY (n, k)
);
-- rebuild-table b low
INSERT INTO dbx_rebuild_b (k, n) SELECT k, n FROM b;
-- rebuild-table b medium
DROP TABLE b;
-- rebuild-table b low
ALTER TABLE dbx_rebuild_b RENAME TO b;
-- rebuild-table c low
CREATE TABLE dbx_rebuild_c (
  id INTEGER PRIMARY KEY,
  d TEXT,
  e REAL
) STRICT;
-- rebuild-table c low
INSERT INTO dbx_rebuild_c (id, d) SELECT id, CAST(d AS TEXT) FROM c;
-- rebuild-table c high
DROP TABLE c;
-- rebuild-table c low
ALTER TABLE dbx_rebuild_c RENAME TO c;
-- rebuild-table c low
PRAGMA legacy_alter_table = OFF;
