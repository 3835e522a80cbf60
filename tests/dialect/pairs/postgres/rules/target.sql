CREATE TABLE t (id bigint PRIMARY KEY, name text, extra text);
CREATE TABLE t_log (id bigint, what text);
CREATE VIEW v AS SELECT id, name, extra FROM t;
CREATE RULE v_insert AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.id, new.name, new.extra);
CREATE RULE t_delete AS ON DELETE TO t DO ALSO INSERT INTO t_log VALUES (old.id, 'deleted');
CREATE RULE t_never AS ON UPDATE TO t WHERE old.id = 0 DO INSTEAD NOTHING;
COMMENT ON RULE t_never ON t IS 'never "ever"';
ALTER TABLE t DISABLE RULE t_never;
