-- drop-index b.i low
DROP INDEX i;
-- rebuild-table a low
CREATE TABLE dbx_rebuild_a (
  x INTEGER
);
-- rebuild-table a low
INSERT INTO dbx_rebuild_a (x) SELECT x FROM a;
-- rebuild-table a low
DROP TABLE a;
-- rebuild-table a low
ALTER TABLE dbx_rebuild_a RENAME TO a;
-- rebuild-table a low
CREATE INDEX i ON a (x);
