-- drop-index article.article_search low
DROP INDEX article_search;
-- drop-index article.article_title low
DROP INDEX article_title;
-- alter-column article.search medium
ALTER TABLE article DROP COLUMN search;
-- alter-column article.title low
ALTER TABLE article ALTER COLUMN title DROP DEFAULT;
-- alter-column article.title low
ALTER TABLE article ALTER COLUMN title DROP NOT NULL;
-- alter-column article.search medium
ALTER TABLE article ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((COALESCE(title, ''::text) || ' '::text) || COALESCE(body, ''::text)))) STORED;
-- drop-column article.lang high
ALTER TABLE article DROP COLUMN lang;
-- add-index article.article_search low
CREATE INDEX article_search ON article USING gin (search);
