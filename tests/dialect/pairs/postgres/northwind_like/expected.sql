-- drop-foreign-key employees.employees_reports_to_fkey low
ALTER TABLE employees DROP CONSTRAINT employees_reports_to_fkey;
-- drop-foreign-key products.products_category_id_fkey low
ALTER TABLE products DROP CONSTRAINT products_category_id_fkey;
-- drop-foreign-key order_details.order_details_product_id_fkey low
ALTER TABLE order_details DROP CONSTRAINT order_details_product_id_fkey;
-- add-column order_details.quantity low
ALTER TABLE order_details ADD COLUMN quantity integer DEFAULT 1 NOT NULL;
-- alter-column categories.category_id medium
ALTER TABLE categories ALTER COLUMN category_id TYPE integer USING category_id::integer;
-- alter-column categories.category_name medium
ALTER TABLE categories ALTER COLUMN category_name TYPE character varying(50) USING category_name::character varying(50);
-- alter-column employees.employee_id medium
ALTER TABLE employees ALTER COLUMN employee_id TYPE integer USING employee_id::integer;
-- alter-column employees.last_name medium
ALTER TABLE employees ALTER COLUMN last_name TYPE character varying(40) USING last_name::character varying(40);
-- alter-column employees.reports_to medium
ALTER TABLE employees ALTER COLUMN reports_to TYPE integer USING reports_to::integer;
-- alter-column order_details.order_id medium
ALTER TABLE order_details ALTER COLUMN order_id TYPE integer USING order_id::integer;
-- alter-column order_details.product_id medium
ALTER TABLE order_details ALTER COLUMN product_id TYPE integer USING product_id::integer;
-- alter-column order_details.unit_price high
ALTER TABLE order_details ALTER COLUMN unit_price TYPE numeric(10,2) USING unit_price::numeric(10,2);
-- alter-column products.product_id medium
ALTER TABLE products ALTER COLUMN product_id TYPE integer USING product_id::integer;
-- alter-column products.category_id medium
ALTER TABLE products ALTER COLUMN category_id TYPE integer USING category_id::integer;
-- alter-column products.unit_price high
ALTER TABLE products ALTER COLUMN unit_price TYPE numeric(10,2) USING unit_price::numeric(10,2);
-- alter-column products.discontinued high
ALTER TABLE products ALTER COLUMN discontinued TYPE boolean USING (discontinued <> 0);
-- add-unique categories.categories_category_name_key medium
ALTER TABLE categories ADD CONSTRAINT categories_category_name_key UNIQUE (category_name);
-- add-check products.products_unit_price_check medium
ALTER TABLE products ADD CONSTRAINT products_unit_price_check CHECK ((unit_price >= (0)::numeric));
-- add-index products.products_category_id_idx low
CREATE INDEX products_category_id_idx ON products (category_id) WHERE (NOT discontinued);
-- add-foreign-key employees.employees_reports_to_fkey medium
ALTER TABLE employees ADD CONSTRAINT employees_reports_to_fkey FOREIGN KEY (reports_to) REFERENCES employees (employee_id) DEFERRABLE;
-- add-foreign-key products.products_category_id_fkey medium
ALTER TABLE products ADD CONSTRAINT products_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories (category_id) ON DELETE SET NULL;
-- add-foreign-key order_details.order_details_product_id_fkey medium
ALTER TABLE order_details ADD CONSTRAINT order_details_product_id_fkey FOREIGN KEY (product_id) REFERENCES products (product_id);
-- add-view expensive low
CREATE VIEW expensive AS
SELECT products.product_name
   FROM products
  WHERE (products.unit_price > ( SELECT avg(products_1.unit_price) AS avg
           FROM products products_1));
