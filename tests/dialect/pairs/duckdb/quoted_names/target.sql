create table "Order Details" ("Order ID" integer primary key, "select" varchar not null, "a""b" integer);
create index "My Index" on "Order Details" ("select", "a""b");
create view "My View" as select "Order ID" as id from "Order Details";
