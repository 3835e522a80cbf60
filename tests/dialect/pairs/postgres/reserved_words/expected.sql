-- add-table select low
CREATE TABLE "select" (
  "from" integer NOT NULL,
  CONSTRAINT select_pkey PRIMARY KEY ("from")
);
-- add-column user.table low
ALTER TABLE "user" ADD COLUMN "table" text;
-- alter-column user.order medium
ALTER TABLE "user" ALTER COLUMN "order" TYPE bigint USING "order"::bigint;
-- add-check user.user_table_check medium
ALTER TABLE "user" ADD CONSTRAINT user_table_check CHECK (("table" <> ''::text));
-- add-index user.index low
CREATE INDEX index ON "user" ("group");
