-- save-rows sale_eu medium
CREATE TABLE dbx_rows_sale_eu AS TABLE sale_eu;
-- save-rows sale_us medium
CREATE TABLE dbx_rows_sale_us AS TABLE sale_us;
-- drop-table sale_us medium
DROP TABLE sale_us;
-- drop-table sale_eu medium
DROP TABLE sale_eu;
-- alter-column sale.id high
ALTER TABLE sale ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column sale.amount low
ALTER TABLE sale ALTER COLUMN amount DROP DEFAULT;
-- add-table sale_eu low
CREATE TABLE sale_eu PARTITION OF sale FOR VALUES IN ('de', 'fr') PARTITION BY RANGE (day);
-- add-table sale_eu_new low
CREATE TABLE sale_eu_new PARTITION OF sale_eu FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
-- add-table sale_eu_old low
CREATE TABLE sale_eu_old PARTITION OF sale_eu FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
-- add-table sale_us low
CREATE TABLE sale_us PARTITION OF sale FOR VALUES IN ('us');
-- restore-rows sale medium
INSERT INTO sale (region, day, id, amount) OVERRIDING SYSTEM VALUE SELECT region, day, id::integer, amount FROM dbx_rows_sale_eu;
-- restore-rows sale medium
DROP TABLE dbx_rows_sale_eu;
-- restore-rows sale medium
INSERT INTO sale (region, day, id, amount) OVERRIDING SYSTEM VALUE SELECT region, day, id::integer, amount FROM dbx_rows_sale_us;
-- restore-rows sale medium
DROP TABLE dbx_rows_sale_us;
