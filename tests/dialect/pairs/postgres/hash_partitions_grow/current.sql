create table session (id uuid primary key, who text, data jsonb) partition by hash (id);
create table session_0 partition of session for values with (modulus 2, remainder 0);
create table session_1 partition of session for values with (modulus 2, remainder 1);
create index on session using gin (data);
insert into session select gen_random_uuid(), 'u' || i, '{}' from generate_series(1, 20) i;
