-- disinherit village low
ALTER TABLE village NO INHERIT city;
-- drop-index village.village_name low
DROP INDEX village_name;
-- alter-column village.population low
ALTER TABLE village ALTER COLUMN population SET DEFAULT 0;
-- drop-column city.founded high
ALTER TABLE city DROP COLUMN founded;
-- drop-column village.founded high
ALTER TABLE village DROP COLUMN founded;
-- inherit capital low
ALTER TABLE capital INHERIT city;
