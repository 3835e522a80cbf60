-- add-enum mood low
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE mood USING a::mood;
