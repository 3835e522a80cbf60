-- add-table d low
CREATE TABLE d (
  p INTEGER,
  FOREIGN KEY (p) REFERENCES p (id)
);
-- rebuild-table c low
CREATE TABLE dbx_rebuild_c (
  p INTEGER,
  FOREIGN KEY (p) REFERENCES p (id)
);
-- rebuild-table c low
INSERT INTO dbx_rebuild_c (p) SELECT p FROM c;
-- rebuild-table c medium
DROP TABLE c;
-- rebuild-table c low
ALTER TABLE dbx_rebuild_c RENAME TO c;
