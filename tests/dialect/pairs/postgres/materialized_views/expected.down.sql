-- drop-view m low
DROP MATERIALIZED VIEW m;
-- add-view m low
CREATE MATERIALIZED VIEW m AS
SELECT t.a
   FROM t;
-- add-index m.m_a low
CREATE INDEX m_a ON m (a);
