-- drop-view v low
DROP VIEW v;
-- set-comment t low
COMMENT ON TABLE t IS 'old';
-- set-comment t.a low
COMMENT ON COLUMN t.a IS 'gone';
-- set-comment t.b low
COMMENT ON COLUMN t.b IS NULL;
