-- add-enum mood low
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a TYPE mood USING a::mood;
-- alter-column t.a high
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'ok'::mood;
