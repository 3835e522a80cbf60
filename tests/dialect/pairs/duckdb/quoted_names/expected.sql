-- rebuild-table Order Details low
CREATE TABLE "dbx_rebuild_Order Details" (
  "Order ID" INTEGER NOT NULL,
  "select" VARCHAR NOT NULL,
  "a""b" INTEGER,
  PRIMARY KEY ("Order ID")
);
-- rebuild-table Order Details low
INSERT INTO "dbx_rebuild_Order Details" ("Order ID", "select") SELECT "Order ID", "select" FROM "Order Details";
-- rebuild-table Order Details medium
DROP TABLE "Order Details";
-- rebuild-table Order Details low
ALTER TABLE "dbx_rebuild_Order Details" RENAME TO "Order Details";
-- rebuild-table Order Details low
CREATE INDEX "My Index" ON "Order Details" ("select", "a""b");
-- add-view My View low
CREATE VIEW "My View" AS SELECT "Order ID" AS id FROM "Order Details";
