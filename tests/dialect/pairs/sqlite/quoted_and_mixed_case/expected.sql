-- add-table x(y) low
CREATE TABLE "x(y)" (
  "p,q" int,
  FOREIGN KEY ("p,q") REFERENCES "Order Details" ("Order ID")
);
-- rebuild-table Order Details low
PRAGMA legacy_alter_table = ON;
-- rebuild-table Order Details low
CREATE TABLE "dbx_rebuild_Order Details" (
  "Order ID" INTEGER PRIMARY KEY,
  "Unit Price" numeric,
  "select" TEXT NOT NULL DEFAULT '',
  "a""b" int
);
-- rebuild-table Order Details low
INSERT INTO "dbx_rebuild_Order Details" ("Order ID", "Unit Price", "select") SELECT "Order ID", "Unit Price", coalesce("select", '') FROM "Order Details";
-- rebuild-table Order Details high
DROP TABLE "Order Details";
-- rebuild-table Order Details low
ALTER TABLE "dbx_rebuild_Order Details" RENAME TO "Order Details";
-- rebuild-table Order Details low
CREATE INDEX "My Index" ON "Order Details" ("select", "a""b");
-- rebuild-table Order Details low
PRAGMA legacy_alter_table = OFF;
-- add-view My View low
CREATE VIEW "My View" AS select "Order ID" as id from "Order Details";
