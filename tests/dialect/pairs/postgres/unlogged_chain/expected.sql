-- alter-table c low
ALTER TABLE c SET UNLOGGED;
-- alter-table b low
ALTER TABLE b SET UNLOGGED;
-- alter-table a low
ALTER TABLE a SET UNLOGGED;
