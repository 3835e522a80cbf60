-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a VARCHAR(10),
  b int,
  c TEXT
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a, b, c) SELECT id, a, b, c FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
CREATE INDEX i1 ON t (upper(a), b);
-- rebuild-table t low
CREATE UNIQUE INDEX i2 ON t (b, a) WHERE c is not null and b > 1;
-- rebuild-table t low
CREATE INDEX i3 ON t (c ->> '$.k');
-- rebuild-table t low
CREATE INDEX i4 ON t (a, b DESC) WHERE a like 'x%';
-- rebuild-table t low
CREATE INDEX i5 ON t (substr(a, 1, 3) || '''q');
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
