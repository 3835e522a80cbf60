-- drop-view v low
DROP VIEW v;
-- drop-view m low
DROP MATERIALIZED VIEW m;
-- drop-check t.t_b_check low
ALTER TABLE t DROP CONSTRAINT t_b_check;
-- alter-column t.c medium
ALTER TABLE t DROP COLUMN c;
-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint;
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE character varying(50) USING b::character varying(50);
-- alter-column t.c medium
ALTER TABLE t ADD COLUMN c bigint GENERATED ALWAYS AS ((id * 2)) STORED;
-- add-check t.t_b_check medium
ALTER TABLE t ADD CONSTRAINT t_b_check CHECK ((length((b)::text) > 0));
-- add-view m low
CREATE MATERIALIZED VIEW m AS
SELECT t.a
   FROM t;
-- add-view v low
CREATE VIEW v AS
SELECT t.a,
    t.b
   FROM t;
