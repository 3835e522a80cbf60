create table "Order" ("Id" int primary key, "id" int, "Email" text, "Deleted" timestamptz);
create table "order" ("Id" int primary key references "Order" ("Id"), "ID" int unique);
create unique index "IX Email" on "Order" (lower("Email")) where "Deleted" is null;
create index "ix email" on "Order" ("id") where "Email" like '%@%''%';
insert into "Order" values (1, 2, 'A@b', null), (2, 3, 'C@d', now());
insert into "order" values (1, 10), (2, 20);
