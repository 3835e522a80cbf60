-- drop-view My View low
DROP VIEW "My View";
-- drop-index Order Details.My Index low
DROP INDEX "My Index";
-- drop-table weird(name) high
DROP TABLE "weird(name)";
-- alter-column Order Details.Unit.Price medium
ALTER TABLE "Order Details" ALTER COLUMN "Unit.Price" TYPE numeric USING "Unit.Price"::numeric;
-- alter-column Order Details.select low
ALTER TABLE "Order Details" ALTER COLUMN "select" DROP NOT NULL;
-- drop-column Order Details.a"b high
ALTER TABLE "Order Details" DROP COLUMN "a""b";
-- drop-column Order Details.Ünïcode high
ALTER TABLE "Order Details" DROP COLUMN "Ünïcode";
-- add-index Order Details.My Index low
CREATE INDEX "My Index" ON "Order Details" ("select");
