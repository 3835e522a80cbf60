create table "Order Details" ("Order ID" int primary key, "Unit.Price" numeric, "select" text);
create index "My Index" on "Order Details" ("select");
insert into "Order Details" values (1,2,'x');
