-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.t_delete medium
DROP RULE t_delete ON t;
-- drop-view v low
DROP VIEW v;
-- add-column t.extra low
ALTER TABLE t ADD COLUMN extra text;
-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t_log.id medium
ALTER TABLE t_log ALTER COLUMN id TYPE bigint USING id::bigint;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.name,
    t.extra
   FROM t;
-- add-object t.t_delete low
CREATE RULE t_delete AS
    ON DELETE TO t DO  INSERT INTO t_log (id, what)
  VALUES (old.id, 'deleted'::text);
-- add-object t.t_never low
CREATE RULE t_never AS
    ON UPDATE TO t
   WHERE old.id = 0 DO INSTEAD NOTHING;
-- add-object v.v_insert low
CREATE RULE v_insert AS
    ON INSERT TO v DO INSTEAD  INSERT INTO t (id, name, extra)
  VALUES (new.id, new.name, new.extra);
-- set-setting t.t_never low
ALTER TABLE t DISABLE RULE t_never;
-- set-comment t.t_never low
COMMENT ON RULE t_never ON t IS 'never "ever"';
