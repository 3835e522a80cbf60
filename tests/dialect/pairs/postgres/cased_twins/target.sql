create table "Order" ("Id" bigint primary key, "id" bigint, "Email" varchar(200), "Deleted" timestamptz, "dELETED" boolean generated always as ("Deleted" is not null) stored);
create table "order" ("Id" bigint primary key references "Order" ("Id") on delete cascade, "ID" int, unique ("ID", "Id"));
create unique index "IX Email" on "Order" (lower("Email"), "Id" desc) where "Deleted" is null and "id" > 0;
create index "ix email" on "Order" ("id" nulls first) where "Email" like '%@%' or "Email" is null;
