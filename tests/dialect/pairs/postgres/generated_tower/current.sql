create function full_name(a text, b text) returns text language sql immutable as $$ select a || ' ' || b $$;
create table person (id int primary key, first text, last text,
  whole text generated always as (full_name(first, last)) stored,
  size int generated always as (length(coalesce(first, '')) + length(coalesce(last, ''))) stored,
  constraint size_sane check (size < 100));
create index person_whole on person (whole);
create view people as select id, whole, size from person;
insert into person (id, first, last) values (1, 'Ada', 'L'), (2, null, 'Z');
