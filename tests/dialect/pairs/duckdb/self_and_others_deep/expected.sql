-- add-table dept low
CREATE TABLE dept (
  id INTEGER NOT NULL,
  PRIMARY KEY (id)
);
-- rebuild-table badge low
CREATE TABLE dbx_rebuild_badge AS SELECT no, emp FROM badge;
-- rebuild-table emp low
CREATE TABLE dbx_rebuild_emp AS SELECT id, boss, dept FROM emp;
-- rebuild-table badge medium
DROP TABLE badge;
-- rebuild-table emp medium
DROP TABLE emp;
-- rebuild-table emp low
CREATE TABLE emp (
  id BIGINT NOT NULL,
  boss BIGINT,
  dept INTEGER DEFAULT 1 NOT NULL,
  grade VARCHAR DEFAULT 'a',
  PRIMARY KEY (id),
  FOREIGN KEY (boss) REFERENCES emp (id)
);
-- rebuild-table emp low
INSERT INTO emp (id, boss, dept) SELECT id, boss, coalesce(dept, 1) FROM (WITH RECURSIVE r AS (SELECT * FROM dbx_rebuild_emp WHERE boss IS NULL UNION ALL SELECT k.* FROM dbx_rebuild_emp AS k JOIN r ON k.boss = r.id) SELECT * FROM r) RETURNING id;
-- rebuild-table emp low
SELECT CASE WHEN (SELECT count(*) FROM emp) <> (SELECT count(*) FROM dbx_rebuild_emp) THEN error('rows that reference each other in a ring cannot be copied') END;
-- rebuild-table emp low
DROP TABLE dbx_rebuild_emp;
-- rebuild-table badge low
CREATE TABLE badge (
  no INTEGER NOT NULL,
  emp BIGINT,
  color VARCHAR,
  PRIMARY KEY (no),
  FOREIGN KEY (emp) REFERENCES emp (id)
);
-- rebuild-table badge low
INSERT INTO badge (no, emp) SELECT no, emp FROM dbx_rebuild_badge;
-- rebuild-table badge low
DROP TABLE dbx_rebuild_badge;
-- rebuild-table badge low
CREATE UNIQUE INDEX badge_emp ON badge (emp);
