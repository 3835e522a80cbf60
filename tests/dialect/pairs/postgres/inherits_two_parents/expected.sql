-- add-column item.stock low
ALTER TABLE item ADD COLUMN stock integer;
-- add-column named.label low
ALTER TABLE named ADD COLUMN label text;
-- add-column priced.currency low
ALTER TABLE priced ADD COLUMN currency character(3) DEFAULT 'EUR'::bpchar;
-- alter-column named.name high
ALTER TABLE named ALTER COLUMN name TYPE character varying(40) USING name::character varying(40);
-- alter-column priced.price medium
ALTER TABLE priced ALTER COLUMN price TYPE numeric(12,4) USING price::numeric(12,4);
-- add-index item.item_name low
CREATE INDEX item_name ON item (name, price);
