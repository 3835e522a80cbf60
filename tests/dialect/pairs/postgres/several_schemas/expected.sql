-- add-schema s2 low
CREATE SCHEMA s2;
-- add-enum s2.mood low
CREATE TYPE s2.mood AS ENUM ('x');
-- add-table s2.u low
CREATE TABLE s2.u (
  a integer,
  CONSTRAINT u_a_fkey FOREIGN KEY (a) REFERENCES s1.t (a)
);
-- add-table s2.w low
CREATE TABLE s2.w (
  m s2.mood
);
-- add-column s1.t.b low
ALTER TABLE s1.t ADD COLUMN b text;
-- add-view s2.v low
CREATE VIEW s2.v AS
SELECT u.a,
    t.b
   FROM (s2.u
     JOIN s1.t ON ((t.a = u.a)));
-- set-comment s2 low
COMMENT ON SCHEMA s2 IS 'second';
