create table logs (id int, at date not null, msg text) partition by range (at); create table logs_1 partition of logs for values from ('2024-01-01') to ('2024-02-01'); create table logs_2 partition of logs for values from ('2024-02-01') to ('2024-03-01');
create index on logs (at);
