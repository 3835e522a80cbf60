-- drop-view xj low
DROP VIEW xj;
-- drop-view win low
DROP VIEW win;
-- drop-view vals low
DROP VIEW vals;
-- drop-view tree low
DROP VIEW tree;
-- drop-view sub low
DROP VIEW sub;
-- drop-view samp low
DROP VIEW samp;
-- drop-view oks low
DROP VIEW oks;
-- drop-view lat low
DROP VIEW lat;
-- drop-view grp low
DROP VIEW grp;
-- drop-view ft low
DROP VIEW ft;
-- drop-view dst low
DROP VIEW dst;
-- drop-view cse low
DROP VIEW cse;
-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t.parent medium
ALTER TABLE t ALTER COLUMN parent TYPE bigint USING parent::bigint;
-- alter-column t.a medium
ALTER TABLE t ALTER COLUMN a TYPE bigint USING a::bigint;
-- alter-column t.b high
ALTER TABLE t ALTER COLUMN b TYPE character varying(40) USING b::character varying(40);
-- alter-column t.c medium
ALTER TABLE t ALTER COLUMN c TYPE timestamp without time zone USING c::timestamp without time zone;
-- alter-column t.d high
ALTER TABLE t ALTER COLUMN d TYPE numeric(12,3) USING d::numeric(12,3);
-- add-view cse low
CREATE VIEW cse AS
SELECT
        CASE t.a
            WHEN 1 THEN 'one'::text
            WHEN 2 THEN 'two'::text
            ELSE 'many'::text
        END AS word,
    COALESCE(NULLIF((t.b)::text, ''::text), 'none'::text) AS nb,
    EXTRACT(year FROM t.c) AS y,
    ((t.c + '1 day'::interval))::date AS tomorrow,
    ((t.b)::text ~ similar_to_escape('%x%'::text)) AS sim,
    (((t.a >= 5) AND (t.a <= 1)) OR ((t.a >= 1) AND (t.a <= 5))) AS bt,
    (t.j @> '{"a": 1}'::jsonb) AS has,
    (((t.j -> 'a'::text) ->> 'b'::text))::integer AS num,
    (ARRAY[t.a, (2)::bigint] || (3)::bigint) AS ar,
    (ROW(t.a, (t.b)::text) < ROW(1, 'x'::text)) AS rec,
    (t.a IS DISTINCT FROM 3) AS dist
   FROM t;
-- add-view dst low
CREATE VIEW dst AS
SELECT DISTINCT ON (t.b) t.b,
    t.id
   FROM t
  ORDER BY t.b, t.id DESC;
-- add-view ft low
CREATE VIEW ft AS
SELECT t.id,
    t.parent,
    t.a,
    t.b,
    t.c,
    t.d,
    t.j
   FROM t
  ORDER BY t.id
 FETCH FIRST (3) ROWS WITH TIES;
-- add-view grp low
CREATE VIEW grp AS
SELECT t.b,
    t.c,
    GROUPING(t.b) AS g,
    sum(t.d) FILTER (WHERE (t.a > 0)) AS s,
    array_agg(DISTINCT t.a ORDER BY t.a) AS arr,
    percentile_cont((0.5)::double precision) WITHIN GROUP (ORDER BY ((t.d)::double precision)) AS med
   FROM t
  GROUP BY ROLLUP(t.b, t.c);
-- add-view lat low
CREATE VIEW lat AS
SELECT t.id,
    x.k,
    x.v
   FROM (t
     CROSS JOIN LATERAL jsonb_each_text(t.j) x(k, v));
-- add-view oks low
CREATE VIEW oks WITH (security_invoker=true) AS
SELECT t.id,
    t.a
   FROM t
  WHERE (t.a > 0);
-- add-view samp low
CREATE VIEW samp AS
SELECT t.id,
    t.parent,
    t.a,
    t.b,
    t.c,
    t.d,
    t.j
   FROM t TABLESAMPLE bernoulli (50);
-- add-view sub low
CREATE VIEW sub AS
SELECT ( SELECT max(t2.a) AS max
           FROM t t2
          WHERE (t2.parent = t.id)) AS m,
    (EXISTS ( SELECT
           FROM t t3
          WHERE (t3.id = t.parent))) AS e,
    (t.a IN ( SELECT oks.a
           FROM oks)) AS i,
    (t.a > ALL (ARRAY[1, 2])) AS al
   FROM t;
-- add-view tree low
CREATE VIEW tree AS
WITH RECURSIVE tree(id, depth) AS (
         SELECT t.id,
            0 AS "?column?"
           FROM t
          WHERE (t.parent IS NULL)
        UNION ALL
         SELECT t.id,
            (tree_1.depth + 1)
           FROM (t
             JOIN tree tree_1 ON ((t.parent = tree_1.id)))
          WHERE (tree_1.depth < 10)
        )
 SELECT tree.id,
    tree.depth
   FROM tree;
-- add-view vals low
CREATE VIEW vals AS
VALUES (1,'a'::text), (2,'b'::text), (3,'c'::text);
-- add-view win low
CREATE VIEW win AS
SELECT t.id,
    row_number() OVER (PARTITION BY t.b ORDER BY t.c DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS rn,
    lag(t.a, 1, (0)::bigint) OVER w AS before
   FROM t
  WINDOW w AS (ORDER BY t.id);
-- add-view xj low
CREATE VIEW xj AS
SELECT t.id,
    u.a
   FROM ((t
     JOIN ( SELECT t_1.id,
            t_1.a
           FROM t t_1) u USING (id, a))
     FULL JOIN oks ON ((oks.id = t.id)));
