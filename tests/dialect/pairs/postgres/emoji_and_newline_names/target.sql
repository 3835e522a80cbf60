create table "t🙂" ("a
b" bigint, "c🙂" text); create index "i
x" on "t🙂" ("a
b");
