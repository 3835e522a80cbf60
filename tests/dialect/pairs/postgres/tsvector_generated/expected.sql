-- drop-index article.article_search low
DROP INDEX article_search;
-- add-column article.lang low
ALTER TABLE article ADD COLUMN lang regconfig DEFAULT 'english'::regconfig;
-- alter-column article.search medium
ALTER TABLE article DROP COLUMN search;
-- alter-column article.title medium
ALTER TABLE article ALTER COLUMN title SET DEFAULT ''::text;
-- alter-column article.title medium
UPDATE article SET title = ''::text WHERE title IS NULL;
-- alter-column article.title medium
ALTER TABLE article ALTER COLUMN title SET NOT NULL;
-- alter-column article.search medium
ALTER TABLE article ADD COLUMN search tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('english'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, COALESCE(body, ''::text)), 'B'::"char"))) STORED;
-- add-index article.article_search low
CREATE INDEX article_search ON article USING gin (search) WITH (fastupdate=off);
-- add-index article.article_title low
CREATE INDEX article_title ON article USING gin ((to_tsvector('english'::regconfig, title)));
