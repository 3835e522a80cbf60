-- drop-table c high
DROP TABLE c;
-- alter-sequence ids low
ALTER SEQUENCE ids INCREMENT BY 1;
