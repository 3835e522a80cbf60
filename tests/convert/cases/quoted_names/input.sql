CREATE TABLE "Order Details" (
  "Order ID" integer NOT NULL,
  "Line #" smallint NOT NULL,
  "Unit Price" numeric(10,2) CHECK ("Unit Price" >= 0),
  "2nd note" text,
  "größe" integer,
  "日本" text,
  PRIMARY KEY ("Order ID", "Line #")
);
CREATE TABLE "Mixed" (id integer PRIMARY KEY, "Id" integer, "ID" integer);
CREATE TABLE mixed ("select" text, "a.b" text, "say ""hi""" text CHECK ("say ""hi""" <> ''));
CREATE TABLE db_assistant_ledger (id integer);
CREATE TABLE a_name_that_is_longer_than_the_sixty_three_bytes_which_postgresql_keeps_of_it (id integer);
CREATE INDEX "by price" ON "Order Details" ("Unit Price");
ALTER TABLE "Mixed" ADD CONSTRAINT "no spaces please" CHECK ("Id" > 0);
