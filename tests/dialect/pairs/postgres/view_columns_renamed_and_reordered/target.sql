CREATE TABLE t (id integer PRIMARY KEY, a text, c integer);
CREATE VIEW v AS SELECT c AS b, id, a AS z FROM t;
CREATE VIEW v2 (x, y) AS SELECT v.id, v.b FROM v;
CREATE VIEW v3 AS SELECT y, count(*) AS n FROM v2 GROUP BY y;
CREATE VIEW checked WITH (security_barrier) AS SELECT id, c FROM t WHERE c > 0 WITH LOCAL CHECK OPTION;
