CREATE TABLE city (name text NOT NULL, population real DEFAULT 0, elevation integer, founded date, CONSTRAINT high CHECK (elevation > -500));
CREATE TABLE capital (name text NOT NULL, population real DEFAULT 0, elevation integer, state char(2), CONSTRAINT high CHECK (elevation > -500));
CREATE TABLE village (mayor text) INHERITS (city);
ALTER TABLE village ALTER COLUMN population SET DEFAULT 7;
CREATE INDEX village_name ON village (name);
