create schema "select";
create type "select"."case" as enum ('when', 'if', 'then', 'else');
create table "select"."user" ("primary" bigint primary key, "check" "select"."case" default 'if', "default" text default 'DEFAULT' not null, "end" date, "authorization" text check ("authorization" <> "default"));
create table "group" ("primary" bigint references "select"."user" ("primary") on update cascade, "foreign" int, "order" int, primary key ("order", "primary"), constraint "unique" unique ("foreign"));
create view "table" as select "primary" as "from", "check" as "where", "end" as "limit" from "select"."user";
create index "index" on "group" ("foreign" desc) include ("order") where "order" > 0;
