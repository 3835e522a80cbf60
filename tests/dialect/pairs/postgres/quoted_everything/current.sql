CREATE SCHEMA "My Schema";
CREATE TYPE "My Schema"."Color Kind" AS ENUM ('Red', 'it''s', 'a"b');
CREATE TABLE "My Schema"."Order" ("Id" integer PRIMARY KEY, "select" text DEFAULT 'a''b', "Kind" "My Schema"."Color Kind" DEFAULT 'it''s', "User.Name" text, CONSTRAINT "Check It" CHECK ("select" <> 'x"y'));
CREATE INDEX "Idx ""q""" ON "My Schema"."Order" ("select", lower("User.Name"));
CREATE VIEW "My Schema"."View" AS SELECT "Id" AS "ID", "select" || '"' AS "quoted ""x""" FROM "My Schema"."Order";
CREATE SEQUENCE "My Schema"."Seq Q" START WITH 5;
INSERT INTO "My Schema"."Order" VALUES (1, 'v', 'Red', 'u'), (2, 'w', 'a"b', NULL);
