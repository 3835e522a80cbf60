-- alter-table a low
ALTER TABLE a SET LOGGED;
-- alter-table b low
ALTER TABLE b SET LOGGED;
-- alter-table c low
ALTER TABLE c SET LOGGED;
