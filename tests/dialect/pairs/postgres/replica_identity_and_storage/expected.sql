-- alter-table t low
ALTER TABLE t SET (fillfactor=80);
-- alter-table t low
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- alter-column t.id medium
ALTER TABLE t ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column t.code high
ALTER TABLE t ALTER COLUMN code TYPE character varying(10) USING code::character varying(10);
-- set-setting t low
ALTER TABLE t SET (toast.autovacuum_enabled=false);
-- set-setting t.blob low
ALTER TABLE t ALTER COLUMN blob SET STORAGE MAIN;
-- set-setting t.blob low
ALTER TABLE t ALTER COLUMN blob SET COMPRESSION pglz;
-- set-setting t.code low
ALTER TABLE t ALTER COLUMN code SET STATISTICS 100;
-- set-setting t.id low
ALTER TABLE t ALTER COLUMN id SET (n_distinct=5, n_distinct_inherited=7);
-- set-setting t low
ALTER TABLE t NO FORCE ROW LEVEL SECURITY;
-- set-setting t low
ALTER TABLE t SET WITHOUT CLUSTER;
-- set-setting t.body low
ALTER TABLE t ALTER COLUMN body SET STORAGE EXTENDED;
-- set-setting u low
ALTER TABLE u REPLICA IDENTITY NOTHING;
