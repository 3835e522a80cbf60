create table "t🙂" ("a
b" int); insert into "t🙂" values (1);
