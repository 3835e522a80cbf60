CREATE TABLE categories (category_id smallint NOT NULL PRIMARY KEY, category_name varchar(15) NOT NULL, picture bytea);
CREATE TABLE customers (customer_id bpchar NOT NULL PRIMARY KEY, company_name varchar(40) NOT NULL, country varchar(15));
CREATE TABLE employees (employee_id smallint PRIMARY KEY, last_name varchar(20) NOT NULL, birth_date date, reports_to smallint REFERENCES employees);
CREATE TABLE products (
  product_id smallint NOT NULL PRIMARY KEY,
  product_name varchar(40) NOT NULL,
  category_id smallint REFERENCES categories,
  unit_price real,
  discontinued integer NOT NULL
);
CREATE TABLE orders (
  order_id smallint NOT NULL PRIMARY KEY,
  customer_id bpchar REFERENCES customers,
  employee_id smallint REFERENCES employees,
  order_date date,
  freight real
);
CREATE TABLE order_details (
  order_id smallint NOT NULL REFERENCES orders,
  product_id smallint NOT NULL REFERENCES products,
  unit_price real NOT NULL,
  quantity smallint NOT NULL CHECK (quantity > 0),
  discount real NOT NULL,
  CONSTRAINT pk_order_details PRIMARY KEY (order_id, product_id)
);
CREATE TABLE territories (territory_id varchar(20) PRIMARY KEY, description varchar(60) NOT NULL);
CREATE TABLE employee_territories (
  employee_id smallint NOT NULL REFERENCES employees,
  territory_id varchar(20) NOT NULL REFERENCES territories,
  PRIMARY KEY (employee_id, territory_id)
);
