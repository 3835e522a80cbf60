CREATE TABLE tenant (id integer PRIMARY KEY, name text UNIQUE);
CREATE TABLE job (id integer, tenant_id integer NOT NULL REFERENCES tenant, state text DEFAULT 'new', parent integer, PRIMARY KEY (id), FOREIGN KEY (parent) REFERENCES job (id)) PARTITION BY HASH (id);
CREATE TABLE job_0 PARTITION OF job FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE job_1 PARTITION OF job FOR VALUES WITH (modulus 2, remainder 1);
CREATE TABLE job_log (id serial PRIMARY KEY, job_id integer REFERENCES job ON DELETE CASCADE, line text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER job_touch BEFORE UPDATE ON job FOR EACH ROW EXECUTE FUNCTION touch();
