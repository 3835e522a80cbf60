-- drop-index doc.d1 low
DROP INDEX d1;
-- drop-index doc.d10 low
DROP INDEX d10;
-- drop-index doc.d2 low
DROP INDEX d2;
-- drop-index doc.d3 low
DROP INDEX d3;
-- drop-index doc.d4 low
DROP INDEX d4;
-- drop-index doc.d5 low
DROP INDEX d5;
-- drop-index doc.d6 low
DROP INDEX d6;
-- drop-index doc.d8 low
DROP INDEX d8;
-- drop-index doc.d9 low
DROP INDEX d9;
-- add-index doc.d1 low
CREATE INDEX d1 ON doc USING gin (body gin_trgm_ops);
-- add-index doc.d2 low
CREATE INDEX d2 ON doc USING gin (tags) WITH (fastupdate=off);
-- add-index doc.d3 low
CREATE INDEX d3 ON doc USING gin (meta jsonb_path_ops);
-- add-index doc.d4 low
CREATE INDEX d4 ON doc USING brin (at) WITH (pages_per_range=16);
-- add-index doc.d5 low
CREATE INDEX d5 ON doc USING hash (h);
-- add-index doc.d6 low
CREATE INDEX d6 ON doc USING gist (loc);
-- add-index doc.d8 low
CREATE INDEX d8 ON doc (((meta ->> 'a'::text)), ((id + 1)) DESC) WHERE (meta ? 'a'::text);
-- add-index doc.d9 low
CREATE INDEX d9 ON doc (h text_pattern_ops, (lower(h)) COLLATE "POSIX" varchar_pattern_ops);
