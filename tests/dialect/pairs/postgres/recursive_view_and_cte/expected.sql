-- drop-view v low
DROP VIEW v;
-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t.parent medium
ALTER TABLE t ALTER COLUMN parent TYPE bigint USING parent::bigint;
-- add-view v low
CREATE VIEW v AS
WITH RECURSIVE r AS (
         SELECT t.id,
            t.parent,
            1 AS depth
           FROM t
          WHERE (t.parent IS NULL)
        UNION ALL
         SELECT t.id,
            t.parent,
            (r_1.depth + 1)
           FROM (t
             JOIN r r_1 ON ((t.parent = r_1.id)))
        )
 SELECT r.id,
    r.parent,
    r.depth
   FROM r;
