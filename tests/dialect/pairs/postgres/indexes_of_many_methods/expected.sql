-- drop-index doc.d1 low
DROP INDEX d1;
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
CREATE INDEX d1 ON doc USING gist (body gist_trgm_ops);
-- add-index doc.d10 low
CREATE INDEX d10 ON doc USING gist (ip inet_ops);
-- add-index doc.d2 low
CREATE INDEX d2 ON doc USING gin (tags, meta);
-- add-index doc.d3 low
CREATE INDEX d3 ON doc USING gin (meta);
-- add-index doc.d4 low
CREATE INDEX d4 ON doc USING brin (at) WITH (autosummarize=on, pages_per_range=32);
-- add-index doc.d5 low
CREATE INDEX d5 ON doc (h);
-- add-index doc.d6 low
CREATE INDEX d6 ON doc USING spgist (loc);
-- add-index doc.d8 low
CREATE INDEX d8 ON doc (((meta ->> 'b'::text)), ((id + 1)) DESC NULLS LAST) WHERE (NOT (meta ? 'a'::text));
-- add-index doc.d9 low
CREATE INDEX d9 ON doc (h varchar_pattern_ops, (upper(h)));
