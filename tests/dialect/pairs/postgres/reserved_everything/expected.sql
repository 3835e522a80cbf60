-- drop-view table low
DROP VIEW "table";
-- drop-foreign-key group.group_primary_fkey low
ALTER TABLE "group" DROP CONSTRAINT group_primary_fkey;
-- drop-primary-key group.group_pkey low
ALTER TABLE "group" DROP CONSTRAINT group_pkey;
-- drop-index group.index low
DROP INDEX index;
-- alter-column select.user.check low
ALTER TABLE "select"."user" ALTER COLUMN "check" DROP DEFAULT;
-- replace-enum select.case medium
ALTER TYPE "select"."case" RENAME TO dbx_old_case;
-- replace-enum select.case medium
CREATE TYPE "select"."case" AS ENUM ('when', 'if', 'then', 'else');
-- replace-enum select.case medium
ALTER TABLE "select"."user" ALTER COLUMN "check" TYPE "select"."case" USING "check"::text::"select"."case";
-- replace-enum select.case medium
DROP TYPE "select".dbx_old_case;
-- add-column select.user.authorization low
ALTER TABLE "select"."user" ADD COLUMN "authorization" text;
-- alter-column group.primary medium
ALTER TABLE "group" ALTER COLUMN "primary" TYPE bigint USING "primary"::bigint;
-- alter-column select.user.primary medium
ALTER TABLE "select"."user" ALTER COLUMN "primary" TYPE bigint USING "primary"::bigint;
-- alter-column select.user.check low
ALTER TABLE "select"."user" ALTER COLUMN "check" SET DEFAULT 'if'::"select"."case";
-- alter-column select.user.default medium
ALTER TABLE "select"."user" ALTER COLUMN "default" SET DEFAULT 'DEFAULT'::text;
-- alter-column select.user.default medium
UPDATE "select"."user" SET "default" = 'DEFAULT'::text WHERE "default" IS NULL;
-- alter-column select.user.default medium
ALTER TABLE "select"."user" ALTER COLUMN "default" SET NOT NULL;
-- drop-column group.analyse high
ALTER TABLE "group" DROP COLUMN "analyse";
-- add-primary-key group.group_pkey medium
ALTER TABLE "group" ADD CONSTRAINT group_pkey PRIMARY KEY ("order", "primary");
-- add-unique group.unique medium
ALTER TABLE "group" ADD CONSTRAINT "unique" UNIQUE ("foreign");
-- add-check select.user.user_check medium
ALTER TABLE "select"."user" ADD CONSTRAINT user_check CHECK (("authorization" <> "default"));
-- add-index group.index low
CREATE INDEX index ON "group" ("foreign" DESC) INCLUDE ("order") WHERE ("order" > 0);
-- add-foreign-key group.group_primary_fkey medium
ALTER TABLE "group" ADD CONSTRAINT group_primary_fkey FOREIGN KEY ("primary") REFERENCES "select"."user" ("primary") ON UPDATE CASCADE;
-- add-view table low
CREATE VIEW "table" AS
SELECT "user"."primary" AS "from",
    "user"."check" AS "where",
    "user"."end" AS "limit"
   FROM "select"."user";
