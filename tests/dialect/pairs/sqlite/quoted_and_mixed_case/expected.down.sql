-- drop-view My View low
DROP VIEW "My View";
-- drop-table x(y) high
DROP TABLE "x(y)";
-- rebuild-table Order Details low
PRAGMA legacy_alter_table = ON;
-- rebuild-table Order Details low
CREATE TABLE "dbx_rebuild_Order Details" (
  "Order ID" INTEGER PRIMARY KEY,
  "Unit Price" REAL,
  "select" TEXT
);
-- rebuild-table Order Details low
INSERT INTO "dbx_rebuild_Order Details" ("Order ID", "Unit Price", "select") SELECT "Order ID", "Unit Price", "select" FROM "Order Details";
-- rebuild-table Order Details high
DROP TABLE "Order Details";
-- rebuild-table Order Details low
ALTER TABLE "dbx_rebuild_Order Details" RENAME TO "Order Details";
-- rebuild-table Order Details low
CREATE INDEX "My Index" ON "Order Details" ("select");
-- rebuild-table Order Details low
PRAGMA legacy_alter_table = OFF;
