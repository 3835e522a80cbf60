-- drop-view v low
DROP VIEW v;
-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t.parent high
ALTER TABLE t ALTER COLUMN parent TYPE integer USING parent::integer;
-- add-view v low
CREATE VIEW v AS
WITH RECURSIVE r AS (
         SELECT t.id,
            t.parent
           FROM t
          WHERE (t.parent IS NULL)
        UNION ALL
         SELECT t.id,
            t.parent
           FROM (t
             JOIN r r_1 ON ((t.parent = r_1.id)))
        )
 SELECT r.id,
    r.parent
   FROM r;
