-- disinherit capital low
ALTER TABLE capital NO INHERIT city;
-- drop-check capital.high low
ALTER TABLE capital DROP CONSTRAINT high;
-- add-column city.founded low
ALTER TABLE city ADD COLUMN founded date;
-- add-column village.founded low
ALTER TABLE village ADD COLUMN founded date;
-- alter-column village.population low
ALTER TABLE village ALTER COLUMN population SET DEFAULT 7;
-- inherit village low
ALTER TABLE village INHERIT city;
-- add-check capital.high medium
ALTER TABLE capital ADD CONSTRAINT high CHECK ((elevation > '-500'::integer));
-- add-index village.village_name low
CREATE INDEX village_name ON village (name);
