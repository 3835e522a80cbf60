-- rebuild-table t low
PRAGMA legacy_alter_table = ON;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  a TEXT,
  b INTEGER NOT NULL DEFAULT 7,
  c TEXT DEFAULT 'it''s',
  d TEXT DEFAULT (datetime('now')),
  e BLOB
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, a) SELECT id, a FROM t;
-- rebuild-table t low
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
