create type mood as enum ('sad', 'ok', 'happy');
create type pair as (m mood, n int);
create domain strict_mood as mood check (value <> 'sad');
create table person (id int primary key, m mood not null default 'ok', ms mood[] default '{sad,ok}', dm strict_mood, p pair,
  is_happy boolean generated always as (m = 'happy') stored, check (m <> 'sad' or id > 0));
create index person_ok on person (id) where m = 'ok';
create function cheer(m mood default 'ok') returns mood language sql immutable as $$ select 'happy'::mood $$;
create view moods as select m, count(*) as n from person where m in ('ok', 'happy') group by m;
create materialized view mood_list as select distinct unnest(ms) as m from person;
insert into person (id, m, dm, p) values (1, 'ok', 'happy', row('ok', 3)), (2, 'happy', null, null); update person set ms = '{ok,happy}'; refresh materialized view mood_list;
