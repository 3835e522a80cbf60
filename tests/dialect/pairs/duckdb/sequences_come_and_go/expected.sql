-- add-schema x low
CREATE SCHEMA x;
-- add-sequence fresh low
CREATE SEQUENCE fresh MINVALUE 10 MAXVALUE 20 CYCLE;
-- add-sequence x.s low
CREATE SEQUENCE x.s;
-- add-table u low
CREATE TABLE u (
  id INTEGER DEFAULT nextval('fresh'),
  v VARCHAR
);
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id BIGINT DEFAULT nextval('s') NOT NULL,
  g INTEGER,
  h INTEGER DEFAULT nextval('x.s'),
  PRIMARY KEY (id)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, g) SELECT id, g FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- set-comment s low
COMMENT ON SEQUENCE s IS NULL;
-- drop-sequence gone medium
DROP SEQUENCE gone;
