create table "user" ("group" int, "order" bigint, "table" text check ("table" <> ''));
create index "index" on "user" ("group");
create table "select" ("from" int primary key);
