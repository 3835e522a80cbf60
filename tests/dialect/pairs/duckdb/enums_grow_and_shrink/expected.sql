-- drop-view v low
DROP VIEW v;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER NOT NULL,
  m ENUM('sad', 'fine', 'ok', 'happy') DEFAULT 'fine' NOT NULL,
  ms ENUM('sad', 'fine', 'ok', 'happy')[],
  note VARCHAR,
  PRIMARY KEY (id)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, m, ms) SELECT id, coalesce(m, 'fine'), ms FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- add-view v low
CREATE VIEW v AS SELECT m, count_star() AS n FROM t WHERE (m != 'sad') GROUP BY m;
