-- drop-view v low
DROP VIEW v;
-- drop-view m low
DROP MATERIALIZED VIEW m;
-- drop-check t.t_b_check low
ALTER TABLE t DROP CONSTRAINT t_b_check;
-- alter-column t.c high
ALTER TABLE t DROP COLUMN c;
-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE integer USING a::integer;
-- alter-column t.b medium
ALTER TABLE t ALTER COLUMN b TYPE text USING b::text;
-- alter-column t.c high
ALTER TABLE t ADD COLUMN c integer GENERATED ALWAYS AS ((id * 2)) STORED;
-- add-check t.t_b_check medium
ALTER TABLE t ADD CONSTRAINT t_b_check CHECK ((length(b) > 0));
-- add-view m low
CREATE MATERIALIZED VIEW m AS
SELECT t.a
   FROM t;
-- add-view v low
CREATE VIEW v AS
SELECT t.a,
    t.b
   FROM t;
