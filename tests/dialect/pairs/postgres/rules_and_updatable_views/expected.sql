-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object t.t_upd medium
DROP RULE t_upd ON t;
-- drop-view v low
DROP VIEW v;
-- add-column t.n low
ALTER TABLE t ADD COLUMN n integer;
-- alter-column hist.id medium
ALTER TABLE hist ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t.v high
ALTER TABLE t ALTER COLUMN v TYPE character varying(20) USING v::character varying(20);
-- add-view v low
CREATE VIEW v AS
SELECT t.id,
    t.v,
    t.n
   FROM t
  WHERE (NOT t.hidden);
-- add-object t.t_upd low
CREATE RULE t_upd AS
    ON UPDATE TO t
   WHERE old.v::text IS DISTINCT FROM new.v::text DO ( INSERT INTO hist (id, v)
  VALUES (old.id, old.v);
 DELETE FROM hist
  WHERE hist.id IS NULL;
);
-- add-object v.v_ins low
CREATE RULE v_ins AS
    ON INSERT TO v DO INSTEAD  INSERT INTO t (id, v, n)
  VALUES (new.id, new.v, 1)
  RETURNING t.id,
    t.v,
    t.n;
-- set-setting v.n low
ALTER VIEW v ALTER COLUMN n SET DEFAULT 3;
-- set-setting v.v low
ALTER VIEW v ALTER COLUMN v SET DEFAULT 'dflt2'::character varying;
