-- drop-foreign-key q.q_a_fkey low
ALTER TABLE q DROP CONSTRAINT q_a_fkey;
-- drop-foreign-key r.r_a_fkey low
ALTER TABLE r DROP CONSTRAINT r_a_fkey;
-- drop-primary-key p.p_pkey low
ALTER TABLE p DROP CONSTRAINT p_pkey;
-- add-column q.b low
ALTER TABLE q ADD COLUMN b integer DEFAULT 1;
-- alter-column p.b medium
ALTER TABLE p ALTER COLUMN b SET NOT NULL;
-- add-primary-key p.p_pkey medium
ALTER TABLE p ADD CONSTRAINT p_pkey PRIMARY KEY (a, b);
-- add-unique p.p_a_key medium
ALTER TABLE p ADD CONSTRAINT p_a_key UNIQUE (a);
-- add-foreign-key q.q_a_b_fkey medium
ALTER TABLE q ADD CONSTRAINT q_a_b_fkey FOREIGN KEY (a, b) REFERENCES p (a, b);
-- add-foreign-key r.r_a_fkey medium
ALTER TABLE r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES p (a);
