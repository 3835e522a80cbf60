-- drop-primary-key t.t_pkey low
ALTER TABLE t DROP CONSTRAINT t_pkey;
-- add-primary-key t.t_pkey medium
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (a, b);
