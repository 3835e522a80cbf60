-- drop-view cost low
DROP VIEW cost;
-- rebuild-table dept low
PRAGMA legacy_alter_table = ON;
-- rebuild-table dept low
CREATE TABLE dbx_rebuild_dept (
  "no" INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  head int,
  budget DECIMAL(12,2),
  UNIQUE (name),
  FOREIGN KEY (head) REFERENCES emp ("no") ON DELETE SET NULL
);
-- rebuild-table dept low
INSERT INTO dbx_rebuild_dept ("no", name, head) SELECT "no", name, head FROM dept;
-- rebuild-table dept medium
DROP TABLE dept;
-- rebuild-table dept low
ALTER TABLE dbx_rebuild_dept RENAME TO dept;
-- rebuild-table emp low
CREATE TABLE dbx_rebuild_emp (
  "no" INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  dept int,
  pay DECIMAL(12,2),
  since DATE DEFAULT current_date,
  CHECK (pay > 0),
  FOREIGN KEY (dept) REFERENCES dept ("no") ON DELETE SET NULL
);
-- rebuild-table emp low
INSERT INTO dbx_rebuild_emp ("no", name, dept, pay) SELECT "no", name, dept, pay FROM emp;
-- rebuild-table emp high
DROP TABLE emp;
-- rebuild-table emp low
ALTER TABLE dbx_rebuild_emp RENAME TO emp;
-- rebuild-table proj low
CREATE TABLE dbx_rebuild_proj (
  code VARCHAR(20) NOT NULL,
  lead int,
  closed int DEFAULT 0,
  PRIMARY KEY (code),
  FOREIGN KEY (lead) REFERENCES emp ("no")
) WITHOUT ROWID;
-- rebuild-table proj low
INSERT INTO dbx_rebuild_proj (code, lead) SELECT code, lead FROM proj;
-- rebuild-table proj high
DROP TABLE proj;
-- rebuild-table proj low
ALTER TABLE dbx_rebuild_proj RENAME TO proj;
-- rebuild-table work low
CREATE TABLE dbx_rebuild_work (
  emp int,
  proj VARCHAR(20),
  day DATE NOT NULL DEFAULT '2024-01-01',
  hours REAL NOT NULL DEFAULT 0,
  PRIMARY KEY (emp, proj, day),
  FOREIGN KEY (emp) REFERENCES emp ("no"),
  FOREIGN KEY (proj) REFERENCES proj (code)
);
-- rebuild-table work low
INSERT INTO dbx_rebuild_work (emp, proj, hours) SELECT emp, proj, coalesce(hours, 0) FROM work;
-- rebuild-table work high
DROP TABLE work;
-- rebuild-table work low
ALTER TABLE dbx_rebuild_work RENAME TO work;
-- rebuild-table work low
CREATE INDEX work_proj ON work (proj, day);
-- rebuild-table work low
PRAGMA legacy_alter_table = OFF;
-- add-view cost low
CREATE VIEW cost AS select proj, sum(hours * pay) as cost, min(day) as first from work join emp on emp.no = work.emp group by proj;
