create type mood as enum ('happy', 'fine', 'ok');
create type pair as (m mood, n int);
create domain strict_mood as mood check (value <> 'fine');
create table person (id int primary key, m mood not null default 'fine', ms mood[] default '{fine,ok}', dm strict_mood, p pair,
  is_happy boolean generated always as (m = 'happy') stored, check (m <> 'fine' or id > 0));
create index person_ok on person (id) where m = 'ok';
create function cheer(m mood default 'fine') returns mood language sql immutable as $$ select 'happy'::mood $$;
create view moods as select m, count(*) as n from person where m in ('ok', 'happy') group by m;
create materialized view mood_list as select distinct unnest(ms) as m from person;
