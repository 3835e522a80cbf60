CREATE TABLE tenant (id integer PRIMARY KEY, name text UNIQUE);
CREATE TABLE job (id integer, tenant_id integer NOT NULL REFERENCES tenant, state text DEFAULT 'new', parent integer, PRIMARY KEY (id), FOREIGN KEY (parent) REFERENCES job (id));
CREATE TABLE job_log (id serial PRIMARY KEY, job_id integer REFERENCES job ON DELETE CASCADE, line text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER job_touch BEFORE UPDATE ON job FOR EACH ROW EXECUTE FUNCTION touch();
INSERT INTO tenant VALUES (1, 't1');
INSERT INTO job VALUES (1, 1, 'new', NULL), (2, 1, 'done', 1);
INSERT INTO job_log (job_id, line) VALUES (1, 'a'), (2, 'b');
