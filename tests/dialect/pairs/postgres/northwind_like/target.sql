create table categories (category_id integer not null primary key, category_name character varying(50) not null unique, description text, picture bytea);
create table products (product_id integer not null primary key, product_name character varying(40) not null, category_id integer, unit_price numeric(10,2) check (unit_price >= 0), discontinued boolean not null, foreign key (category_id) references categories on delete set null);
create index on products (category_id) where not discontinued;
create table employees (employee_id integer not null primary key, last_name varchar(40) not null, reports_to integer, foreign key (reports_to) references employees deferrable);
create table order_details (order_id integer not null, product_id integer not null, unit_price numeric(10,2) not null, quantity int not null default 1, primary key (order_id, product_id), foreign key (product_id) references products);
create view expensive as select product_name from products where unit_price > (select avg(unit_price) from products);
