-- drop-foreign-key q.q_a_b_fkey low
ALTER TABLE q DROP CONSTRAINT q_a_b_fkey;
-- drop-foreign-key r.r_a_fkey low
ALTER TABLE r DROP CONSTRAINT r_a_fkey;
-- drop-primary-key p.p_pkey low
ALTER TABLE p DROP CONSTRAINT p_pkey;
-- drop-unique p.p_a_key low
ALTER TABLE p DROP CONSTRAINT p_a_key;
-- alter-column p.b low
ALTER TABLE p ALTER COLUMN b DROP NOT NULL;
-- drop-column q.b high
ALTER TABLE q DROP COLUMN b;
-- add-primary-key p.p_pkey medium
ALTER TABLE p ADD CONSTRAINT p_pkey PRIMARY KEY (a);
-- add-foreign-key q.q_a_fkey medium
ALTER TABLE q ADD CONSTRAINT q_a_fkey FOREIGN KEY (a) REFERENCES p (a);
-- add-foreign-key r.r_a_fkey medium
ALTER TABLE r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES p (a) ON DELETE CASCADE;
