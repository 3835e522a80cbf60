-- drop-view My View low
DROP VIEW "My View";
-- rebuild-table Order Details low
CREATE TABLE "dbx_rebuild_Order Details" (
  "Order ID" INTEGER NOT NULL,
  "select" VARCHAR,
  PRIMARY KEY ("Order ID")
);
-- rebuild-table Order Details low
INSERT INTO "dbx_rebuild_Order Details" ("Order ID", "select") SELECT "Order ID", "select" FROM "Order Details";
-- rebuild-table Order Details high
DROP TABLE "Order Details";
-- rebuild-table Order Details low
ALTER TABLE "dbx_rebuild_Order Details" RENAME TO "Order Details";
-- rebuild-table Order Details low
CREATE INDEX "My Index" ON "Order Details" ("select");
