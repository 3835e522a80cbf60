create extension pg_trgm;
create table t (id int primary key, a text, b int, c jsonb, d point, e int[], f timestamptz, g inet, h tsvector);
create index i01 on t (a text_pattern_ops, b desc nulls last) include (f);
create index i02 on t using gin (a gin_trgm_ops); create index i03 on t using gist (d); create index i04 on t using hash (b);
create index i05 on t using brin (f) with (pages_per_range = 8); create index i06 on t using gin (c, e); create index i07 on t using spgist (g);
create index i08 on t ((c ->> 'k')) where c ? 'k'; create index i09 on t (date_trunc('day', f at time zone 'utc'));
create index i10 on t ((b % 10), (coalesce(a, 'none')) collate "C"); create unique index i11 on t (b) where a is not null and b in (1, 2, 3);
insert into t values (1, 'aa', 1, '{"k":1}', '(1,1)', '{1}', now(), '10.0.0.0/8', 'a');
