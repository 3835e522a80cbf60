create table "Order Details" ("Order ID" integer primary key, [Unit Price] real, `select` text);
create index "My Index" on "Order Details" ("select");
insert into "Order Details" values (1,2.5,'x');
