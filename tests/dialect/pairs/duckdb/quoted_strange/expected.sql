-- drop-view v w low
DROP VIEW "v w";
-- rebuild-table a "b" c low
CREATE TABLE "dbx_rebuild_a ""b"" c" (
  "x.y" INTEGER NOT NULL,
  "it's" VARCHAR DEFAULT '''' NOT NULL,
  "emoji 🙂" VARCHAR,
  "new
line" INTEGER,
  PRIMARY KEY ("x.y"),
  CHECK (("new
line" > 0))
);
-- rebuild-table a "b" c low
INSERT INTO "dbx_rebuild_a ""b"" c" ("x.y", "it's", "emoji 🙂") SELECT "x.y", coalesce("it's", ''''), "emoji 🙂" FROM "a ""b"" c";
-- rebuild-table a "b" c medium
DROP TABLE "a ""b"" c";
-- rebuild-table a "b" c low
ALTER TABLE "dbx_rebuild_a ""b"" c" RENAME TO "a ""b"" c";
-- rebuild-table a "b" c low
CREATE INDEX "i ""x""" ON "a ""b"" c" ("it's", "x.y");
-- add-view v w low
CREATE VIEW "v w" AS SELECT "x.y" AS "p q", "it's" FROM "a ""b"" c";
