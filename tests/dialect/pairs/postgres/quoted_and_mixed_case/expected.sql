-- drop-index Order Details.My Index low
DROP INDEX "My Index";
-- add-table weird(name) low
CREATE TABLE "weird(name)" (
  "x,y" integer
);
-- add-column Order Details.a"b low
ALTER TABLE "Order Details" ADD COLUMN "a""b" integer DEFAULT 1;
-- add-column Order Details.Ünïcode low
ALTER TABLE "Order Details" ADD COLUMN "Ünïcode" text;
-- alter-column Order Details.Unit.Price high
ALTER TABLE "Order Details" ALTER COLUMN "Unit.Price" TYPE numeric(10,2) USING "Unit.Price"::numeric(10,2);
-- alter-column Order Details.select medium
ALTER TABLE "Order Details" ALTER COLUMN "select" SET NOT NULL;
-- add-index Order Details.My Index low
CREATE INDEX "My Index" ON "Order Details" ("select", "a""b");
-- add-foreign-key weird(name).weird(name)_x,y_fkey medium
ALTER TABLE "weird(name)" ADD CONSTRAINT "weird(name)_x,y_fkey" FOREIGN KEY ("x,y") REFERENCES "Order Details" ("Order ID");
-- add-view My View low
CREATE VIEW "My View" AS
SELECT "Order Details"."Order ID" AS "ID"
   FROM "Order Details";
