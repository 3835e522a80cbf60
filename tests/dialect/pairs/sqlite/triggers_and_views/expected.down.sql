-- drop-object t.t_ai medium
DROP TRIGGER t_ai;
-- drop-object t.t_bu medium
DROP TRIGGER t_bu;
-- drop-view tv low
DROP VIEW tv;
-- rebuild-table log low
PRAGMA legacy_alter_table = ON;
-- rebuild-table log low
CREATE TABLE dbx_rebuild_log (
  at TEXT DEFAULT current_timestamp,
  what TEXT,
  id int
);
-- rebuild-table log low
INSERT INTO dbx_rebuild_log (at, what, id) SELECT at, what, id FROM log;
-- rebuild-table log low
DROP TABLE log;
-- rebuild-table log low
ALTER TABLE dbx_rebuild_log RENAME TO log;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  v int
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, v) SELECT id, v FROM t;
-- rebuild-table t high
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
-- add-view tv low
CREATE VIEW tv AS select t.id, count(l.id) as n from t left join log l on l.id = t.id group by t.id;
-- add-object t.t_ad low
CREATE TRIGGER t_ad after delete on t begin delete from log where id = old.id; end;
-- add-object t.t_ai low
CREATE TRIGGER t_ai after insert on t begin insert into log (what, id) values ('it''s; in', new.id); end;
-- add-object t.t_bu low
CREATE TRIGGER t_bu before update of v on t when old.v <> new.v begin select raise(abort, 'no; way') where new.v < 0; end;
-- add-object tv.tv_ins low
CREATE TRIGGER tv_ins instead of insert on tv begin insert into t (id) values (new.id); end;
