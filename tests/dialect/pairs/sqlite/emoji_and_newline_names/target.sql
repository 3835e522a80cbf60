create table "t🙂" ("a
b" text, "c🙂" text); create index "i
x" on "t🙂" ("c🙂");
