-- rebuild-table c low
PRAGMA legacy_alter_table = ON;
-- rebuild-table c low
CREATE TABLE dbx_rebuild_c (
  id INTEGER PRIMARY KEY,
  p int,
  code TEXT,
  FOREIGN KEY (code) REFERENCES p (code),
  FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED
);
-- rebuild-table c low
INSERT INTO dbx_rebuild_c (id, p) SELECT id, p FROM c;
-- rebuild-table c medium
DROP TABLE c;
-- rebuild-table c low
ALTER TABLE dbx_rebuild_c RENAME TO c;
-- rebuild-table c low
PRAGMA legacy_alter_table = OFF;
