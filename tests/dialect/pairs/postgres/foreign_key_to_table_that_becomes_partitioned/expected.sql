-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-foreign-key job_log.job_log_job_id_fkey low
ALTER TABLE job_log DROP CONSTRAINT job_log_job_id_fkey;
-- save-rows job medium
CREATE TABLE dbx_rows_job AS TABLE job;
-- drop-table job medium
DROP TABLE job;
-- add-table job low
CREATE TABLE job (
  id integer NOT NULL,
  tenant_id integer NOT NULL,
  state text DEFAULT 'new'::text,
  parent integer,
  CONSTRAINT job_pkey PRIMARY KEY (id)
) PARTITION BY HASH (id);
-- add-table job_0 low
CREATE TABLE job_0 PARTITION OF job FOR VALUES WITH (modulus 2, remainder 0);
-- add-table job_1 low
CREATE TABLE job_1 PARTITION OF job FOR VALUES WITH (modulus 2, remainder 1);
-- restore-rows job medium
INSERT INTO job (id, tenant_id, state, parent) OVERRIDING SYSTEM VALUE SELECT id, tenant_id, state, parent FROM dbx_rows_job;
-- restore-rows job medium
DROP TABLE dbx_rows_job;
-- add-foreign-key job_log.job_log_job_id_fkey medium
ALTER TABLE job_log ADD CONSTRAINT job_log_job_id_fkey FOREIGN KEY (job_id) REFERENCES job (id) ON DELETE CASCADE;
-- add-foreign-key job.job_parent_fkey medium
ALTER TABLE job ADD CONSTRAINT job_parent_fkey FOREIGN KEY (parent) REFERENCES job (id);
-- add-foreign-key job.job_tenant_id_fkey medium
ALTER TABLE job ADD CONSTRAINT job_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant (id);
-- add-object job.job_touch low
CREATE TRIGGER job_touch BEFORE UPDATE ON job FOR EACH ROW EXECUTE FUNCTION touch();
