-- drop-object p.tr medium
DROP TRIGGER tr;
-- drop-view v low
DROP VIEW v;
-- rebuild-table p low
PRAGMA legacy_alter_table = ON;
-- rebuild-table p low
CREATE TABLE dbx_rebuild_p (
  id INTEGER PRIMARY KEY,
  a TEXT
);
-- rebuild-table p low
INSERT INTO dbx_rebuild_p (id, a) SELECT id, a FROM p;
-- rebuild-table p high
DROP TABLE p;
-- rebuild-table p low
ALTER TABLE dbx_rebuild_p RENAME TO p;
-- rebuild-table p low
PRAGMA legacy_alter_table = OFF;
-- add-view v low
CREATE VIEW v AS select p.a, c.id from p join c on c.p = p.id;
-- add-object p.tr low
CREATE TRIGGER tr after insert on p begin update p set a = 'q' where id = new.id;
end;
