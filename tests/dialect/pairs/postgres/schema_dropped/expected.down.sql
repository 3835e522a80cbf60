-- add-schema s1 low
CREATE SCHEMA s1;
-- add-table s1.t low
CREATE TABLE s1.t (
  a serial NOT NULL,
  CONSTRAINT t_pkey PRIMARY KEY (a)
);
-- add-view s1.v low
CREATE VIEW s1.v AS
SELECT t.a
   FROM s1.t;
