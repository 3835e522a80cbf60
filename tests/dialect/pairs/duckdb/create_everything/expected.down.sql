-- drop-view v low
DROP VIEW v;
-- drop-table c high
DROP TABLE c;
-- drop-table p high
DROP TABLE p;
