-- drop-view m low
DROP MATERIALIZED VIEW m;
-- add-view m low
CREATE MATERIALIZED VIEW m AS
SELECT t.a,
    (t.a + 1) AS b
   FROM t;
-- add-index m.m_a medium
CREATE UNIQUE INDEX m_a ON m (a);
-- set-comment m low
COMMENT ON MATERIALIZED VIEW m IS 'it''s';
