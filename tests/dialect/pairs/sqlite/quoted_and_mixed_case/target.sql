create table "Order Details" ("Order ID" integer primary key, "Unit Price" numeric, "select" text not null default '', "a""b" int);
create index "My Index" on "Order Details" ("select", "a""b");
create view "My View" as select "Order ID" as id from "Order Details";
create table "x(y)" ("p,q" int references "Order Details" ("Order ID"));
