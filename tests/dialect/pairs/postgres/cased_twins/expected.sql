-- drop-foreign-key order.order_Id_fkey low
ALTER TABLE "order" DROP CONSTRAINT "order_Id_fkey";
-- drop-index Order.IX Email low
DROP INDEX "IX Email";
-- drop-index Order.ix email low
DROP INDEX "ix email";
-- drop-unique order.order_ID_key low
ALTER TABLE "order" DROP CONSTRAINT "order_ID_key";
-- alter-column Order.Id medium
ALTER TABLE "Order" ALTER COLUMN "Id" TYPE bigint USING "Id"::bigint;
-- alter-column Order.id medium
ALTER TABLE "Order" ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column Order.Email high
ALTER TABLE "Order" ALTER COLUMN "Email" TYPE character varying(200) USING "Email"::character varying(200);
-- alter-column order.Id medium
ALTER TABLE "order" ALTER COLUMN "Id" TYPE bigint USING "Id"::bigint;
-- add-column Order.dELETED low
ALTER TABLE "Order" ADD COLUMN "dELETED" boolean GENERATED ALWAYS AS (("Deleted" IS NOT NULL)) STORED;
-- add-unique order.order_ID_Id_key medium
ALTER TABLE "order" ADD CONSTRAINT "order_ID_Id_key" UNIQUE ("ID", "Id");
-- add-index Order.IX Email medium
CREATE UNIQUE INDEX "IX Email" ON "Order" ((lower("Email"::text)), "Id" DESC) WHERE (("Deleted" IS NULL) AND (id > 0));
-- add-index Order.ix email low
CREATE INDEX "ix email" ON "Order" (id NULLS FIRST) WHERE ((("Email")::text ~~ '%@%'::text) OR ("Email" IS NULL));
-- add-foreign-key order.order_Id_fkey medium
ALTER TABLE "order" ADD CONSTRAINT "order_Id_fkey" FOREIGN KEY ("Id") REFERENCES "Order" ("Id") ON DELETE CASCADE;
