-- drop-view cost low
DROP VIEW cost;
-- rebuild-table dept low
PRAGMA legacy_alter_table = ON;
-- rebuild-table dept low
CREATE TABLE dbx_rebuild_dept (
  "no" INTEGER PRIMARY KEY,
  name TEXT,
  head int,
  UNIQUE (name),
  FOREIGN KEY (head) REFERENCES emp ("no")
);
-- rebuild-table dept low
INSERT INTO dbx_rebuild_dept ("no", name, head) SELECT "no", name, head FROM dept;
-- rebuild-table dept high
DROP TABLE dept;
-- rebuild-table dept low
ALTER TABLE dbx_rebuild_dept RENAME TO dept;
-- rebuild-table emp low
CREATE TABLE dbx_rebuild_emp (
  "no" INTEGER PRIMARY KEY,
  name TEXT,
  dept int,
  boss int,
  pay DECIMAL(10,2),
  FOREIGN KEY (boss) REFERENCES emp ("no"),
  FOREIGN KEY (dept) REFERENCES dept ("no")
);
-- rebuild-table emp low
INSERT INTO dbx_rebuild_emp ("no", name, dept, pay) SELECT "no", name, dept, pay FROM emp;
-- rebuild-table emp high
DROP TABLE emp;
-- rebuild-table emp low
ALTER TABLE dbx_rebuild_emp RENAME TO emp;
-- rebuild-table proj low
CREATE TABLE dbx_rebuild_proj (
  code TEXT,
  lead int,
  PRIMARY KEY (code),
  FOREIGN KEY (lead) REFERENCES emp ("no") ON DELETE RESTRICT
);
-- rebuild-table proj low
INSERT INTO dbx_rebuild_proj (code, lead) SELECT code, lead FROM proj;
-- rebuild-table proj high
DROP TABLE proj;
-- rebuild-table proj low
ALTER TABLE dbx_rebuild_proj RENAME TO proj;
-- rebuild-table work low
CREATE TABLE dbx_rebuild_work (
  emp int,
  proj TEXT,
  hours REAL DEFAULT 0,
  PRIMARY KEY (emp, proj),
  FOREIGN KEY (emp) REFERENCES emp ("no"),
  FOREIGN KEY (proj) REFERENCES proj (code)
);
-- rebuild-table work low
INSERT INTO dbx_rebuild_work (emp, proj, hours) SELECT emp, proj, hours FROM work;
-- rebuild-table work high
DROP TABLE work;
-- rebuild-table work low
ALTER TABLE dbx_rebuild_work RENAME TO work;
-- rebuild-table work low
CREATE INDEX work_proj ON work (proj);
-- rebuild-table work low
PRAGMA legacy_alter_table = OFF;
-- add-view cost low
CREATE VIEW cost AS select proj, sum(hours * pay) as cost from work join emp on emp.no = work.emp group by proj;
