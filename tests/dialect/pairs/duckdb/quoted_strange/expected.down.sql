-- drop-view v w low
DROP VIEW "v w";
-- rebuild-table a "b" c low
CREATE TABLE "dbx_rebuild_a ""b"" c" (
  "x.y" INTEGER NOT NULL,
  "it's" VARCHAR,
  "emoji 🙂" VARCHAR DEFAULT 'a;b',
  PRIMARY KEY ("x.y")
);
-- rebuild-table a "b" c low
INSERT INTO "dbx_rebuild_a ""b"" c" ("x.y", "it's", "emoji 🙂") SELECT "x.y", "it's", "emoji 🙂" FROM "a ""b"" c";
-- rebuild-table a "b" c high
DROP TABLE "a ""b"" c";
-- rebuild-table a "b" c low
ALTER TABLE "dbx_rebuild_a ""b"" c" RENAME TO "a ""b"" c";
-- rebuild-table a "b" c low
CREATE INDEX "i ""x""" ON "a ""b"" c" ("it's");
-- add-view v w low
CREATE VIEW "v w" AS SELECT "x.y" AS "p q" FROM "a ""b"" c";
