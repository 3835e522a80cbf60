CREATE TABLE city (name text NOT NULL, population real DEFAULT 0, elevation integer, CONSTRAINT high CHECK (elevation > -500));
CREATE TABLE capital (state char(2)) INHERITS (city);
CREATE TABLE village (name text NOT NULL, population real DEFAULT 0, elevation integer, mayor text, CONSTRAINT high CHECK (elevation > -500));
INSERT INTO city VALUES ('a', 1, 2);
INSERT INTO capital VALUES ('b', 3, 4, 'XX');
INSERT INTO village VALUES ('c', 5, 6, 'm');
