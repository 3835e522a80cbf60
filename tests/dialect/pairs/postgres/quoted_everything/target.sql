CREATE SCHEMA "My Schema";
CREATE TYPE "My Schema"."Color Kind" AS ENUM ('a"b', 'Red', 'new one');
CREATE TABLE "My Schema"."Order" ("Id" bigint PRIMARY KEY, "select" varchar(20) DEFAULT 'c''d', "Kind" "My Schema"."Color Kind" DEFAULT 'new one', "User.Name" text, "From" date, CONSTRAINT "Check It" CHECK ("select" <> 'x"z'));
CREATE INDEX "Idx ""q""" ON "My Schema"."Order" ("select", upper("User.Name"));
CREATE VIEW "My Schema"."View" AS SELECT "Id" AS "ID", "select" || '"' AS "quoted ""x""", "From" FROM "My Schema"."Order";
CREATE SEQUENCE "My Schema"."Seq Q" START WITH 5 INCREMENT BY -1 MINVALUE -10 MAXVALUE 5;
