-- drop-foreign-key order.order_Id_fkey low
ALTER TABLE "order" DROP CONSTRAINT "order_Id_fkey";
-- drop-index Order.IX Email low
DROP INDEX "IX Email";
-- drop-index Order.ix email low
DROP INDEX "ix email";
-- drop-unique order.order_ID_Id_key low
ALTER TABLE "order" DROP CONSTRAINT "order_ID_Id_key";
-- drop-column Order.dELETED medium
ALTER TABLE "Order" DROP COLUMN "dELETED";
-- alter-column Order.Id high
ALTER TABLE "Order" ALTER COLUMN "Id" TYPE integer USING "Id"::integer;
-- alter-column Order.id high
ALTER TABLE "Order" ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column Order.Email medium
ALTER TABLE "Order" ALTER COLUMN "Email" TYPE text USING "Email"::text;
-- alter-column order.Id high
ALTER TABLE "order" ALTER COLUMN "Id" TYPE integer USING "Id"::integer;
-- add-unique order.order_ID_key medium
ALTER TABLE "order" ADD CONSTRAINT "order_ID_key" UNIQUE ("ID");
-- add-index Order.IX Email medium
CREATE UNIQUE INDEX "IX Email" ON "Order" ((lower("Email"))) WHERE ("Deleted" IS NULL);
-- add-index Order.ix email low
CREATE INDEX "ix email" ON "Order" (id) WHERE ("Email" ~~ '%@%''%'::text);
-- add-foreign-key order.order_Id_fkey medium
ALTER TABLE "order" ADD CONSTRAINT "order_Id_fkey" FOREIGN KEY ("Id") REFERENCES "Order" ("Id");
