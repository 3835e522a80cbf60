-- drop-table u high
DROP TABLE u;
-- add-sequence gone low
CREATE SEQUENCE gone;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER DEFAULT nextval('s') NOT NULL,
  g INTEGER DEFAULT nextval('gone'),
  PRIMARY KEY (id)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, g) SELECT id, g FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
CREATE INDEX t_g ON t (g);
-- set-comment s low
COMMENT ON SEQUENCE s IS 's''s';
-- drop-sequence fresh medium
DROP SEQUENCE fresh;
-- drop-sequence x.s medium
DROP SEQUENCE x.s;
-- drop-schema x low
DROP SCHEMA x;
