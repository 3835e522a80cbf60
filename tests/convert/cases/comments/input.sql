CREATE TABLE t (id int PRIMARY KEY, a text);
COMMENT ON TABLE t IS 'What a row is: one thing';
COMMENT ON COLUMN t.a IS 'It''s "a"
on two lines';
COMMENT ON COLUMN t.nothing IS 'lost';
COMMENT ON INDEX t_pkey IS 'lost';
COMMENT ON DATABASE shop IS 'lost';
COMMENT ON TABLE t IS NULL;
COMMENT ON TABLE t IS 'At last';
