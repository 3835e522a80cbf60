-- alter-table t low
ALTER TABLE t RESET (fillfactor);
-- alter-table t low
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
-- alter-column t.id high
ALTER TABLE t ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column t.code medium
ALTER TABLE t ALTER COLUMN code TYPE text USING code::text;
-- set-setting t low
ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- set-setting t low
ALTER TABLE t CLUSTER ON t_pkey;
-- set-setting t.body low
ALTER TABLE t ALTER COLUMN body SET STORAGE EXTERNAL;
-- set-setting t.code low
ALTER TABLE t ALTER COLUMN code SET STATISTICS 500;
-- set-setting t.id low
ALTER TABLE t ALTER COLUMN id RESET (n_distinct_inherited);
-- set-setting t.id low
ALTER TABLE t ALTER COLUMN id SET (n_distinct=5);
-- set-setting t low
ALTER TABLE t RESET (toast.autovacuum_enabled);
-- set-setting t.blob low
ALTER TABLE t ALTER COLUMN blob SET STORAGE EXTENDED;
-- set-setting t.blob low
ALTER TABLE t ALTER COLUMN blob SET COMPRESSION default;
-- set-setting u low
ALTER TABLE u REPLICA IDENTITY FULL;
