CREATE TABLE t (id integer PRIMARY KEY, name text);
CREATE TABLE t_log (id integer, what text);
CREATE VIEW v AS SELECT id, name FROM t;
CREATE RULE v_insert AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.id, new.name);
CREATE RULE t_delete AS ON DELETE TO t DO ALSO INSERT INTO t_log VALUES (old.id, 'deleted');
INSERT INTO t VALUES (1, 'a'), (2, 'b');
