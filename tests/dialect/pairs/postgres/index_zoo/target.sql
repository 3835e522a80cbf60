create extension pg_trgm;
create table t (id int primary key, a varchar(30), b bigint, c jsonb, d point, e int[], f timestamptz, g cidr, h tsvector);
create index i01 on t (a varchar_pattern_ops, b desc) include (f, id);
create index i02 on t using gist (a gist_trgm_ops (siglen = 32)); create index i03 on t using spgist (d kd_point_ops); create index i04 on t using btree (b);
create index i05 on t using brin (f timestamptz_minmax_multi_ops); create index i06 on t using gin (c jsonb_path_ops, e); create index i07 on t using gist (g inet_ops);
create index i08 on t ((c ->> 'k'), (c #>> '{a,b}')) where c ? 'k' and c ->> 'k' <> ''; create index i09 on t (date_trunc('day', f at time zone 'utc') desc nulls last);
create index i10 on t ((b % 100), (coalesce(a, 'none'::varchar))); create unique index i11 on t (b) where a is not null and b = any (array[1, 2, 3, 4]);
