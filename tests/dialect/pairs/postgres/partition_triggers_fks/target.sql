create table parent (id bigint primary key); create table ev (id bigint not null, p bigint references parent on delete cascade, at date not null, kind text default 'k', primary key (id, at), check (id > 0)) partition by range (at);
create table ev1 partition of ev for values from ('2024-01-01') to ('2025-01-01'); create table ev2 partition of ev for values from ('2025-01-01') to ('2027-01-01');
create table note (id int primary key, ev_id bigint, at date, foreign key (ev_id, at) references ev on delete cascade);
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before insert or update on ev for each row execute function tf();
alter table ev2 disable trigger tr; create index ev_kind on ev (kind); alter table ev1 enable row level security; create policy pp on ev1 using (true);
