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
CREATE TYPE "My Schema"."Color Kind" AS ENUM ('a"b', 'Red', 'new one');
-- replace-enum My Schema.Color Kind high
ALTER TABLE "My Schema"."Order" ALTER COLUMN "Kind" TYPE "My Schema"."Color Kind" USING "Kind"::text::"My Schema"."Color Kind";
-- replace-enum My Schema.Color Kind high
DROP TYPE "My Schema"."dbx_old_Color Kind";
-- alter-sequence My Schema.Seq Q low
DO $dbx$ BEGIN IF (SELECT last_value > 5 FROM "My Schema"."Seq Q") THEN ALTER SEQUENCE "My Schema"."Seq Q" RESTART WITH 5; END IF; END $dbx$;
-- alter-sequence My Schema.Seq Q low
ALTER SEQUENCE "My Schema"."Seq Q" INCREMENT BY -1 MAXVALUE 5 MINVALUE -10;
-- add-column My Schema.Order.From low
ALTER TABLE "My Schema"."Order" ADD COLUMN "From" date;
-- alter-column My Schema.Order.Id medium
ALTER TABLE "My Schema"."Order" ALTER COLUMN "Id" TYPE bigint USING "Id"::bigint;
-- alter-column My Schema.Order.select high
ALTER TABLE "My Schema"."Order" ALTER COLUMN "select" DROP DEFAULT;
-- alter-column My Schema.Order.select high
ALTER TABLE "My Schema"."Order" ALTER COLUMN "select" TYPE character varying(20) USING "select"::character varying(20);
-- alter-column My Schema.Order.select high
ALTER TABLE "My Schema"."Order" ALTER COLUMN "select" SET DEFAULT 'c''d'::character varying;
-- alter-column My Schema.Order.Kind low
ALTER TABLE "My Schema"."Order" ALTER COLUMN "Kind" SET DEFAULT 'new one'::"My Schema"."Color Kind";
-- add-check My Schema.Order.Check It medium
ALTER TABLE "My Schema"."Order" ADD CONSTRAINT "Check It" CHECK ((("select")::text <> 'x"z'::text));
-- add-index My Schema.Order.Idx "q" low
CREATE INDEX "Idx ""q""" ON "My Schema"."Order" ("select", (upper("User.Name")));
-- add-view My Schema.View low
CREATE VIEW "My Schema"."View" AS
SELECT "Order"."Id" AS "ID",
    (("Order"."select")::text || '"'::text) AS "quoted ""x""",
    "Order"."From"
   FROM "My Schema"."Order";
