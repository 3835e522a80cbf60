CREATE TABLE t (e text COLLATE "POSIX" DEFAULT 'f', d boolean, c date, a integer, b text);
CREATE VIEW v AS SELECT a, b FROM t;
