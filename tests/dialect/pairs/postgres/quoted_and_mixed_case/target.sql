create table "Order Details" ("Order ID" int primary key, "Unit.Price" numeric(10,2), "select" text not null, "a""b" int default 1, "Ünïcode" text);
create index "My Index" on "Order Details" ("select", "a""b");
create view "My View" as select "Order ID" as "ID" from "Order Details";
create table "weird(name)" ("x,y" int references "Order Details" ("Order ID"));
