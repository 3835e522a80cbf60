create table session (id uuid primary key, who text, data jsonb, at timestamptz default now()) partition by hash (id);
create table session_0 partition of session for values with (modulus 4, remainder 0);
create table session_1 partition of session for values with (modulus 4, remainder 1);
create table session_2 partition of session for values with (modulus 4, remainder 2);
create table session_3 partition of session for values with (modulus 4, remainder 3);
create index on session using gin (data jsonb_path_ops);
