create table status (id int primary key, name text); create table orders (id int primary key, status int references status, total numeric);
create view total as select o.status, sum(o.total) as total from orders o group by o.status; create view name as select s.name, t.total from status s left join total t on t.status = s.id; create view orders_name as select name, total from name where total > 0;
insert into status values (1, 'a'); insert into orders values (1, 1, 5);
