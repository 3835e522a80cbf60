-- drop-check user.user_table_check low
ALTER TABLE "user" DROP CONSTRAINT user_table_check;
-- drop-index user.index low
DROP INDEX index;
-- drop-table select high
DROP TABLE "select";
-- alter-column user.order high
ALTER TABLE "user" ALTER COLUMN "order" TYPE integer USING "order"::integer;
-- drop-column user.table high
ALTER TABLE "user" DROP COLUMN "table";
