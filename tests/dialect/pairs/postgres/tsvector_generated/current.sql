create table article (id int generated always as identity primary key, title text, body text, search tsvector generated always as (to_tsvector('english', coalesce(title, '') || ' ' || coalesce(body, ''))) stored);
create index article_search on article using gin (search);
insert into article (title, body) values ('Cats', 'are running'), ('Dogs', null);
