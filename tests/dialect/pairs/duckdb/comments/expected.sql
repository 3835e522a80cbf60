-- add-view v low
CREATE VIEW v AS SELECT 1 AS one;
-- set-comment t low
COMMENT ON TABLE t IS 'it''s new';
-- set-comment t.a low
COMMENT ON COLUMN t.a IS NULL;
-- set-comment t.b low
COMMENT ON COLUMN t.b IS 'b''s';
-- set-comment v low
COMMENT ON VIEW v IS 'v';
