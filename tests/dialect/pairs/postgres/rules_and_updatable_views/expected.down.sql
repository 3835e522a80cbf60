-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.t_upd medium
DROP RULE t_upd ON t;
-- drop-view v low
DROP VIEW v;
-- alter-column hist.id high
ALTER TABLE hist ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t.v medium
ALTER TABLE t ALTER COLUMN v TYPE text USING v::text;
-- drop-column t.n high
ALTER TABLE t DROP COLUMN n;
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.v
   FROM t
  WHERE (NOT t.hidden);
-- add-object t.t_upd low
CREATE RULE t_upd AS
    ON UPDATE TO t
   WHERE old.v <> new.v DO  INSERT INTO hist (id, v)
  VALUES (old.id, old.v);
-- add-object v.v_del low
CREATE RULE v_del AS
    ON DELETE TO v DO INSTEAD  UPDATE t SET hidden = true
  WHERE t.id = old.id;
-- add-object v.v_ins low
CREATE RULE v_ins AS
    ON INSERT TO v DO INSTEAD  INSERT INTO t (id, v)
  VALUES (new.id, new.v)
  RETURNING t.id,
    t.v;
-- set-setting v.v low
ALTER VIEW v ALTER COLUMN v SET DEFAULT 'dflt'::text;
