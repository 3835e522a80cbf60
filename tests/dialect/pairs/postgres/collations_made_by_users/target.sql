CREATE COLLATION german (provider = icu, locale = 'de');
CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE t (id integer PRIMARY KEY, a text COLLATE loose, b text COLLATE german);
CREATE INDEX t_a ON t (a COLLATE "C");
