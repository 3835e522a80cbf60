-- drop-view My Schema.View low
DROP VIEW "My Schema"."View";
-- drop-check My Schema.Order.Check It low
ALTER TABLE "My Schema"."Order" DROP CONSTRAINT "Check It";
-- drop-index My Schema.Order.Idx "q" low
DROP INDEX "My Schema"."Idx ""q""";
-- alter-column My Schema.Order.Kind low
ALTER TABLE "My Schema"."Order" ALTER COLUMN "Kind" DROP DEFAULT;
-- replace-enum My Schema.Color Kind high
ALTER TYPE "My Schema"."Color Kind" RENAME TO "dbx_old_Color Kind";
-- replace-enum My Schema.Color Kind high
CREATE TYPE "My Schema"."Color Kind" AS ENUM ('Red', 'it''s', 'a"b');
-- replace-enum My Schema.Color Kind high
ALTER TABLE "My Schema"."Order" ALTER COLUMN "Kind" TYPE "My Schema"."Color Kind" USING "Kind"::text::"My Schema"."Color Kind";
-- replace-enum My Schema.Color Kind high
DROP TYPE "My Schema"."dbx_old_Color Kind";
-- alter-sequence My Schema.Seq Q low
DO $dbx$ BEGIN IF (SELECT last_value < 1 FROM "My Schema"."Seq Q") THEN ALTER SEQUENCE "My Schema"."Seq Q" RESTART WITH 1; END IF; END $dbx$;
-- alter-sequence My Schema.Seq Q low
ALTER SEQUENCE "My Schema"."Seq Q" INCREMENT BY 1 NO MAXVALUE NO MINVALUE;
-- alter-column My Schema.Order.Id high
ALTER TABLE "My Schema"."Order" ALTER COLUMN "Id" TYPE integer USING "Id"::integer;
-- alter-column My Schema.Order.select medium
ALTER TABLE "My Schema"."Order" ALTER COLUMN "select" DROP DEFAULT;
-- alter-column My Schema.Order.select medium
ALTER TABLE "My Schema"."Order" ALTER COLUMN "select" TYPE text USING "select"::text;
-- alter-column My Schema.Order.select medium
ALTER TABLE "My Schema"."Order" ALTER COLUMN "select" SET DEFAULT 'a''b'::text;
-- alter-column My Schema.Order.Kind low
ALTER TABLE "My Schema"."Order" ALTER COLUMN "Kind" SET DEFAULT 'it''s'::"My Schema"."Color Kind";
-- drop-column My Schema.Order.From high
ALTER TABLE "My Schema"."Order" DROP COLUMN "From";
-- add-check My Schema.Order.Check It medium
ALTER TABLE "My Schema"."Order" ADD CONSTRAINT "Check It" CHECK (("select" <> 'x"y'::text));
-- add-index My Schema.Order.Idx "q" low
CREATE INDEX "Idx ""q""" ON "My Schema"."Order" ("select", (lower("User.Name")));
-- add-view My Schema.View low
CREATE VIEW "My Schema"."View" AS
SELECT "Order"."Id" AS "ID",
    ("Order"."select" || '"'::text) AS "quoted ""x"""
   FROM "My Schema"."Order";
