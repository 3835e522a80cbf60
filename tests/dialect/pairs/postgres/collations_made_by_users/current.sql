CREATE COLLATION german (provider = icu, locale = 'de');
CREATE COLLATION gone (provider = icu, locale = 'fr');
CREATE TABLE t (id integer PRIMARY KEY, a text COLLATE german, b text COLLATE "C");
CREATE INDEX t_a ON t (a);
INSERT INTO t VALUES (1, 'ä', 'b');
