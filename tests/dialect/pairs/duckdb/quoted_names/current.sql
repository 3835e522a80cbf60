create table "Order Details" ("Order ID" integer primary key, "select" varchar);
create index "My Index" on "Order Details" ("select");
insert into "Order Details" values (1,'x');
