create table m (id int, d date not null, v int, w text) partition by range (d);
create table m_1 partition of m for values from ('2020-01-01') to ('2021-01-01');
create table m_2 partition of m for values from ('2021-01-01') to ('2022-01-01');
create table m_default partition of m default;
create index m_v on m (v);
alter table m add primary key (id, d);
