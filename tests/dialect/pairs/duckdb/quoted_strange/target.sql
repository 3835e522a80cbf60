create table "a ""b"" c" ("x.y" integer primary key, "it's" varchar not null default '''', "emoji 🙂" varchar, "new
line" integer check ("new
line" > 0)); create index "i ""x""" on "a ""b"" c" ("it's", "x.y"); create view "v w" as select "x.y" as "p q", "it's" from "a ""b"" c";
