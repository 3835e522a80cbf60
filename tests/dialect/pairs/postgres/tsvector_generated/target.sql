create table article (id int generated always as identity primary key, title text not null default '', body text, search tsvector generated always as (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('simple', coalesce(body, '')), 'B')) stored, lang regconfig default 'english');
create index article_search on article using gin (search) with (fastupdate = off);
create index article_title on article using gin (to_tsvector('english', title));
