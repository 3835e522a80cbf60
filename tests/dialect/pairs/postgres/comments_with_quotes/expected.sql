-- add-index t.i low
CREATE INDEX i ON t (a);
-- add-view v low
CREATE VIEW v AS
SELECT 1 AS one;
-- set-comment t low
COMMENT ON TABLE t IS E'it''s "new" \\ and
two lines';
-- set-comment t.a low
COMMENT ON COLUMN t.a IS NULL;
-- set-comment t.b low
COMMENT ON COLUMN t.b IS 'b''s';
-- set-comment v low
COMMENT ON VIEW v IS 'v''s';
