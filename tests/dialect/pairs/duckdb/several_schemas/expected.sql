-- add-schema s2 low
CREATE SCHEMA s2;
-- add-table s2.u low
CREATE TABLE s2.u (
  x INTEGER
);
-- add-column s1.t.b low
ALTER TABLE s1.t ADD COLUMN b VARCHAR;
-- add-view s2.v low
CREATE VIEW s2.v AS SELECT a FROM s1.t;
