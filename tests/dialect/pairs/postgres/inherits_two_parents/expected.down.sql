-- drop-index item.item_name low
DROP INDEX item_name;
-- alter-column named.name medium
ALTER TABLE named ALTER COLUMN name TYPE text USING name::text;
-- alter-column priced.price high
ALTER TABLE priced ALTER COLUMN price TYPE numeric(8,2) USING price::numeric(8,2);
-- drop-column item.stock high
ALTER TABLE item DROP COLUMN stock;
-- drop-column named.label high
ALTER TABLE named DROP COLUMN label;
-- drop-column priced.currency high
ALTER TABLE priced DROP COLUMN currency;
