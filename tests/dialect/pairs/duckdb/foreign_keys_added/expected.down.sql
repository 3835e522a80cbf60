-- drop-table d high
DROP TABLE d;
-- rebuild-table c low
CREATE TABLE dbx_rebuild_c (
  p INTEGER
);
-- rebuild-table c low
INSERT INTO dbx_rebuild_c (p) SELECT p FROM c;
-- rebuild-table c low
DROP TABLE c;
-- rebuild-table c low
ALTER TABLE dbx_rebuild_c RENAME TO c;
