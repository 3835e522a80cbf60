create schema "select";
create type "select"."case" as enum ('when', 'then', 'else');
create table "select"."user" ("primary" int primary key, "check" "select"."case" default 'when', "default" text default 'default', "end" date);
create table "group" ("primary" int references "select"."user" ("primary"), "foreign" int, "order" int, "analyse" text, primary key ("primary", "order"));
create view "table" as select "primary" as "from", "check" as "where" from "select"."user";
create index "index" on "group" ("foreign", "order");
insert into "select"."user" values (1, 'then', 'x', '2020-01-01');
insert into "group" values (1, 2, 3, 'a');
