create table parent (id int primary key); create table ev (id int not null, p int references parent, at date not null, primary key (id, at)) partition by range (at);
create table ev1 partition of ev for values from ('2024-01-01') to ('2025-01-01'); create table ev2 partition of ev for values from ('2025-01-01') to ('2026-01-01');
create table note (id int primary key, ev_id int, at date, foreign key (ev_id, at) references ev);
create function tf() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before insert on ev for each row execute function tf(); create trigger own after insert on ev1 for each row execute function tf();
insert into parent values (1); insert into ev values (1, 1, '2024-05-05'), (2, null, '2025-05-05'); insert into note values (1, 1, '2024-05-05');
