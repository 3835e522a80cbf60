-- drop-table c high
DROP TABLE c;
