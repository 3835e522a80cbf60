-- drop-object t.t_ai medium
DROP TRIGGER t_ai;
-- drop-object t.t_bu medium
DROP TRIGGER t_bu;
-- drop-object t.t_ad medium
DROP TRIGGER t_ad;
-- drop-view tv low
DROP VIEW tv;
-- rebuild-table log low
PRAGMA legacy_alter_table = ON;
-- rebuild-table log low
CREATE TABLE dbx_rebuild_log (
  at TEXT DEFAULT (datetime('now', '+1 day')),
  what TEXT,
  id int,
  FOREIGN KEY (id) REFERENCES t (id) ON DELETE CASCADE
);
-- rebuild-table log low
INSERT INTO dbx_rebuild_log (at, what, id) SELECT at, what, id FROM log;
-- rebuild-table log medium
DROP TABLE log;
-- rebuild-table log low
ALTER TABLE dbx_rebuild_log RENAME TO log;
-- rebuild-table t low
CREATE TABLE dbx_rebuild_t (
  id INTEGER PRIMARY KEY,
  v int NOT NULL DEFAULT 0,
  w TEXT,
  CHECK (v >= 0)
);
-- rebuild-table t low
INSERT INTO dbx_rebuild_t (id, v) SELECT id, coalesce(v, 0) FROM t;
-- rebuild-table t medium
DROP TABLE t;
-- rebuild-table t low
ALTER TABLE dbx_rebuild_t RENAME TO t;
-- rebuild-table t low
PRAGMA legacy_alter_table = OFF;
-- add-view tv low
CREATE VIEW tv AS select t.id, t.w, count(l.id) as n from t left join log l on l.id = t.id group by t.id;
-- add-object t.t_ai low
CREATE TRIGGER t_ai after insert on t begin insert into log (what, id) values ('in', new.id); insert into log (what, id) values (case when new.v > 1 then 'big' else 'small' end, new.id); end;
-- add-object t.t_bu low
CREATE TRIGGER t_bu before update of v, w on t for each row begin select raise(ignore) where new.v > 100; end;
-- add-object tv.tv_del low
CREATE TRIGGER tv_del instead of delete on tv begin delete from t where id = old.id; end;
-- add-object tv.tv_ins low
CREATE TRIGGER tv_ins instead of insert on tv begin insert into t (id, w) values (new.id, new.w); end;
