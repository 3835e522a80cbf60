-- drop-view v low
DROP VIEW v;
-- drop-table c high
DROP TABLE c;
-- drop-table p high
DROP TABLE p;
-- drop-sequence s medium
DROP SEQUENCE s;
-- drop-object f() medium
DROP FUNCTION f();
-- drop-enum e low
DROP TYPE e;
