create function full_name(a text, b text, c text default '') returns text language sql immutable as $$ select a || ' ' || b || c $$;
create table person (id int primary key, first varchar(50), last varchar(50),
  whole text generated always as (full_name(last, first)) stored,
  size bigint generated always as (length(coalesce(first, '')) * 2 + length(coalesce(last, ''))) stored,
  constraint size_sane check (size < 200));
create index person_whole on person (whole text_pattern_ops);
create view people as select id, whole, size from person;
