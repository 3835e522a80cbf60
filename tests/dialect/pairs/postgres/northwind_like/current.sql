create table categories (category_id smallint not null primary key, category_name character varying(15) not null, description text, picture bytea);
create table products (product_id smallint not null primary key, product_name character varying(40) not null, category_id smallint, unit_price real, discontinued integer not null, foreign key (category_id) references categories);
create table employees (employee_id smallint not null primary key, last_name varchar(20) not null, reports_to smallint, foreign key (reports_to) references employees);
create table order_details (order_id smallint not null, product_id smallint not null, unit_price real not null, primary key (order_id, product_id), foreign key (product_id) references products);
insert into categories values (1,'a','b','\x01');
insert into products values (1,'p',1,2.5,0);
insert into employees values (1,'x',null),(2,'y',1);
insert into order_details values (1,1,3.5);
