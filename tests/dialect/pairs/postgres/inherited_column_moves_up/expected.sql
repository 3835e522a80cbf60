-- add-column base.extra low
ALTER TABLE base ADD COLUMN extra text DEFAULT 'e'::text;
-- alter-column base.id medium
ALTER TABLE base ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column one.x medium
ALTER TABLE one ALTER COLUMN x TYPE bigint USING x::bigint;
-- alter-column two.note high
ALTER TABLE two ALTER COLUMN note TYPE character varying(10) USING note::character varying(10);
-- add-view v low
CREATE VIEW v AS
SELECT base.id,
    base.extra
   FROM base;
