create table "user" ("group" int, "order" int);
insert into "user" values (1,2);
