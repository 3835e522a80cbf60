create table logs (id int, at date not null, msg text); create table logs_1 (check (at >= '2024-01-01' and at < '2024-02-01')) inherits (logs); create table logs_2 (check (at >= '2024-02-01' and at < '2024-03-01')) inherits (logs);
create index on logs_1 (at); create index on logs_2 (at); insert into logs_1 values (1, '2024-01-02', 'x'); insert into logs_2 values (2, '2024-02-02', 'y');
