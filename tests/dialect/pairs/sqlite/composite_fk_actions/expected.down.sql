-- rebuild-table c low
PRAGMA legacy_alter_table = ON;
-- rebuild-table c low
CREATE TABLE dbx_rebuild_c (
  id INTEGER PRIMARY KEY,
  x int,
  y TEXT,
  z int,
  FOREIGN KEY (x, y) REFERENCES p (x, y) ON DELETE SET NULL,
  FOREIGN KEY (z) REFERENCES p (z) ON UPDATE CASCADE
);
-- rebuild-table c low
INSERT INTO dbx_rebuild_c (id, x, y, z) SELECT id, x, y, z FROM c;
-- rebuild-table c high
DROP TABLE c;
-- rebuild-table c low
ALTER TABLE dbx_rebuild_c RENAME TO c;
-- rebuild-table p low
CREATE TABLE dbx_rebuild_p (
  x int,
  y TEXT,
  z int,
  PRIMARY KEY (x, y),
  UNIQUE (z)
);
-- rebuild-table p low
INSERT INTO dbx_rebuild_p (x, y, z) SELECT x, y, z FROM p;
-- rebuild-table p high
DROP TABLE p;
-- rebuild-table p low
ALTER TABLE dbx_rebuild_p RENAME TO p;
-- rebuild-table p low
PRAGMA legacy_alter_table = OFF;
