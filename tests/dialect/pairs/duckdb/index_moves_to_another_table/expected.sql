-- drop-index a.i low
DROP INDEX i;
-- rebuild-table b low
CREATE TABLE dbx_rebuild_b (
  x INTEGER
);
-- rebuild-table b low
INSERT INTO dbx_rebuild_b (x) SELECT x FROM b;
-- rebuild-table b low
DROP TABLE b;
-- rebuild-table b low
ALTER TABLE dbx_rebuild_b RENAME TO b;
-- rebuild-table b low
CREATE INDEX i ON b (x);
