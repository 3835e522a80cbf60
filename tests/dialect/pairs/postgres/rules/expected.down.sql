-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.t_delete medium
DROP RULE t_delete ON t;
-- drop-object t.t_never medium
DROP RULE t_never ON t;
-- drop-view v low
DROP VIEW v;
-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t_log.id high
ALTER TABLE t_log ALTER COLUMN id TYPE integer USING id::integer;
-- drop-column t.extra high
ALTER TABLE t DROP COLUMN extra;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.name
   FROM t;
-- add-object t.t_delete low
CREATE RULE t_delete AS
    ON DELETE TO t DO  INSERT INTO t_log (id, what)
  VALUES (old.id, 'deleted'::text);
-- add-object v.v_insert low
CREATE RULE v_insert AS
    ON INSERT TO v DO INSTEAD  INSERT INTO t (id, name)
  VALUES (new.id, new.name);
