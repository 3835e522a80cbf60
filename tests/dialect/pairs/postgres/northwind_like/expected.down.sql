-- drop-view expensive low
DROP VIEW expensive;
-- drop-foreign-key employees.employees_reports_to_fkey low
ALTER TABLE employees DROP CONSTRAINT employees_reports_to_fkey;
-- drop-foreign-key products.products_category_id_fkey low
ALTER TABLE products DROP CONSTRAINT products_category_id_fkey;
-- drop-foreign-key order_details.order_details_product_id_fkey low
ALTER TABLE order_details DROP CONSTRAINT order_details_product_id_fkey;
-- drop-unique categories.categories_category_name_key low
ALTER TABLE categories DROP CONSTRAINT categories_category_name_key;
-- drop-check products.products_unit_price_check low
ALTER TABLE products DROP CONSTRAINT products_unit_price_check;
-- drop-index products.products_category_id_idx low
DROP INDEX products_category_id_idx;
-- alter-column categories.category_id high
ALTER TABLE categories ALTER COLUMN category_id TYPE smallint USING category_id::smallint;
-- alter-column categories.category_name high
ALTER TABLE categories ALTER COLUMN category_name TYPE character varying(15) USING category_name::character varying(15);
-- alter-column employees.employee_id high
ALTER TABLE employees ALTER COLUMN employee_id TYPE smallint USING employee_id::smallint;
-- alter-column employees.last_name high
ALTER TABLE employees ALTER COLUMN last_name TYPE character varying(20) USING last_name::character varying(20);
-- alter-column employees.reports_to high
ALTER TABLE employees ALTER COLUMN reports_to TYPE smallint USING reports_to::smallint;
-- alter-column order_details.order_id high
ALTER TABLE order_details ALTER COLUMN order_id TYPE smallint USING order_id::smallint;
-- alter-column order_details.product_id high
ALTER TABLE order_details ALTER COLUMN product_id TYPE smallint USING product_id::smallint;
-- alter-column order_details.unit_price high
ALTER TABLE order_details ALTER COLUMN unit_price TYPE real USING unit_price::real;
-- alter-column products.product_id high
ALTER TABLE products ALTER COLUMN product_id TYPE smallint USING product_id::smallint;
-- alter-column products.category_id high
ALTER TABLE products ALTER COLUMN category_id TYPE smallint USING category_id::smallint;
-- alter-column products.unit_price high
ALTER TABLE products ALTER COLUMN unit_price TYPE real USING unit_price::real;
-- alter-column products.discontinued high
ALTER TABLE products ALTER COLUMN discontinued TYPE integer USING discontinued::integer::integer;
-- drop-column order_details.quantity high
ALTER TABLE order_details DROP COLUMN quantity;
-- add-foreign-key employees.employees_reports_to_fkey medium
ALTER TABLE employees ADD CONSTRAINT employees_reports_to_fkey FOREIGN KEY (reports_to) REFERENCES employees (employee_id);
-- add-foreign-key products.products_category_id_fkey medium
ALTER TABLE products ADD CONSTRAINT products_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories (category_id);
-- add-foreign-key order_details.order_details_product_id_fkey medium
ALTER TABLE order_details ADD CONSTRAINT order_details_product_id_fkey FOREIGN KEY (product_id) REFERENCES products (product_id);
