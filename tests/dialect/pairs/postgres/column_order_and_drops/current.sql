CREATE TABLE t (a integer, b text, c date, d boolean);
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t ADD COLUMN e text COLLATE "C" DEFAULT 'e';
CREATE VIEW v AS SELECT * FROM t;
INSERT INTO t VALUES (1, '2024-01-01', true, 'x');
