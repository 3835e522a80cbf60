-- drop-view table low
DROP VIEW "table";
-- drop-foreign-key group.group_primary_fkey low
ALTER TABLE "group" DROP CONSTRAINT group_primary_fkey;
-- drop-primary-key group.group_pkey low
ALTER TABLE "group" DROP CONSTRAINT group_pkey;
-- drop-unique group.unique low
ALTER TABLE "group" DROP CONSTRAINT "unique";
-- drop-index group.index low
DROP INDEX index;
-- drop-check select.user.user_check low
ALTER TABLE "select"."user" DROP CONSTRAINT user_check;
-- alter-column select.user.check low
ALTER TABLE "select"."user" ALTER COLUMN "check" DROP DEFAULT;
-- replace-enum select.case high
ALTER TYPE "select"."case" RENAME TO dbx_old_case;
-- replace-enum select.case high
CREATE TYPE "select"."case" AS ENUM ('when', 'then', 'else');
-- replace-enum select.case high
ALTER TABLE "select"."user" ALTER COLUMN "check" TYPE "select"."case" USING "check"::text::"select"."case";
-- replace-enum select.case high
DROP TYPE "select".dbx_old_case;
-- add-column group.analyse low
ALTER TABLE "group" ADD COLUMN "analyse" text;
-- alter-column group.primary high
ALTER TABLE "group" ALTER COLUMN "primary" TYPE integer USING "primary"::integer;
-- alter-column select.user.primary high
ALTER TABLE "select"."user" ALTER COLUMN "primary" TYPE integer USING "primary"::integer;
-- alter-column select.user.check low
ALTER TABLE "select"."user" ALTER COLUMN "check" SET DEFAULT 'when'::"select"."case";
-- alter-column select.user.default low
ALTER TABLE "select"."user" ALTER COLUMN "default" SET DEFAULT 'default'::text;
-- alter-column select.user.default low
ALTER TABLE "select"."user" ALTER COLUMN "default" DROP NOT NULL;
-- drop-column select.user.authorization high
ALTER TABLE "select"."user" DROP COLUMN "authorization";
-- add-primary-key group.group_pkey medium
ALTER TABLE "group" ADD CONSTRAINT group_pkey PRIMARY KEY ("primary", "order");
-- add-index group.index low
CREATE INDEX index ON "group" ("foreign", "order");
-- add-foreign-key group.group_primary_fkey medium
ALTER TABLE "group" ADD CONSTRAINT group_primary_fkey FOREIGN KEY ("primary") REFERENCES "select"."user" ("primary");
-- add-view table low
CREATE VIEW "table" AS
SELECT "user"."primary" AS "from",
    "user"."check" AS "where"
   FROM "select"."user";
