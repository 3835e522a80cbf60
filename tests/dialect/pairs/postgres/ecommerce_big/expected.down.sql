-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object shop.orders.touch medium
DROP TRIGGER touch ON shop.orders;
-- drop-view shop.sales_by_category low
DROP MATERIALIZED VIEW shop.sales_by_category;
-- drop-view shop.best_customers low
DROP VIEW shop.best_customers;
-- drop-view shop.order_totals low
DROP VIEW shop.order_totals;
-- drop-foreign-key shop.categories.categories_parent_id_fkey low
ALTER TABLE shop.categories DROP CONSTRAINT categories_parent_id_fkey;
-- drop-foreign-key shop.orders.orders_ship_to_fkey low
ALTER TABLE shop.orders DROP CONSTRAINT orders_ship_to_fkey;
-- drop-foreign-key shop.addresses.addresses_customer_id_fkey low
ALTER TABLE shop.addresses DROP CONSTRAINT addresses_customer_id_fkey;
-- drop-foreign-key shop.order_lines.order_lines_order_id_fkey low
ALTER TABLE shop.order_lines DROP CONSTRAINT order_lines_order_id_fkey;
-- drop-foreign-key shop.order_lines.order_lines_product_id_fkey low
ALTER TABLE shop.order_lines DROP CONSTRAINT order_lines_product_id_fkey;
-- drop-foreign-key shop.orders.orders_customer_id_fkey low
ALTER TABLE shop.orders DROP CONSTRAINT orders_customer_id_fkey;
-- drop-unique shop.categories.categories_parent_id_name_key low
ALTER TABLE shop.categories DROP CONSTRAINT categories_parent_id_name_key;
-- drop-index shop.customers.customers_email low
DROP INDEX shop.customers_email;
-- drop-check shop.order_lines.order_lines_qty_check low
ALTER TABLE shop.order_lines DROP CONSTRAINT order_lines_qty_check;
-- drop-index shop.orders.orders_status low
DROP INDEX shop.orders_status;
-- drop-unique shop.products.products_sku_key low
ALTER TABLE shop.products DROP CONSTRAINT products_sku_key;
-- drop-check shop.products.products_price_check low
ALTER TABLE shop.products DROP CONSTRAINT products_price_check;
-- drop-index shop.products.products_attrs low
DROP INDEX shop.products_attrs;
-- drop-column shop.order_lines.amount medium
ALTER TABLE shop.order_lines DROP COLUMN amount;
-- alter-column shop.orders.status low
ALTER TABLE shop.orders ALTER COLUMN status DROP DEFAULT;
-- drop-table shop.audit high
DROP TABLE shop.audit;
-- replace-enum shop.order_status high
ALTER TYPE shop.order_status RENAME TO dbx_old_order_status;
-- replace-enum shop.order_status high
CREATE TYPE shop.order_status AS ENUM ('cart', 'placed', 'paid', 'shipped', 'returned');
-- replace-enum shop.order_status high
ALTER TABLE shop.orders ALTER COLUMN status TYPE shop.order_status USING status::text::shop.order_status;
-- replace-enum shop.order_status high
DROP TYPE shop.dbx_old_order_status;
-- replace-object shop.touch() low
CREATE OR REPLACE FUNCTION shop.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin new.total := coalesce(new.total, 0); return new; end $function$;
-- alter-column shop.addresses.address_id high
ALTER TABLE shop.addresses ALTER COLUMN address_id DROP IDENTITY;
-- alter-column shop.addresses.address_id high
ALTER TABLE shop.addresses ALTER COLUMN address_id TYPE integer USING address_id::integer;
-- alter-column shop.addresses.address_id high
CREATE SEQUENCE shop.addresses_address_id_seq AS integer OWNED BY shop.addresses.address_id;
-- alter-column shop.addresses.address_id high
ALTER TABLE shop.addresses ALTER COLUMN address_id SET DEFAULT nextval('shop.addresses_address_id_seq'::regclass);
-- alter-column shop.addresses.address_id high
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('shop.addresses', 'address_id'), coalesce((SELECT max(address_id) FROM shop.addresses), 0) + 1, false);
-- alter-column shop.addresses.customer_id high
ALTER TABLE shop.addresses ALTER COLUMN customer_id TYPE integer USING customer_id::integer;
-- alter-column shop.addresses.zip high
ALTER TABLE shop.addresses ALTER COLUMN zip TYPE character varying(10) USING zip::character varying(10);
-- alter-column shop.addresses.country low
ALTER TABLE shop.addresses ALTER COLUMN country DROP NOT NULL;
-- alter-column shop.customers.customer_id high
ALTER TABLE shop.customers ALTER COLUMN customer_id DROP IDENTITY;
-- alter-column shop.customers.customer_id high
ALTER TABLE shop.customers ALTER COLUMN customer_id TYPE integer USING customer_id::integer;
-- alter-column shop.customers.customer_id high
CREATE SEQUENCE shop.customers_customer_id_seq AS integer OWNED BY shop.customers.customer_id;
-- alter-column shop.customers.customer_id high
ALTER TABLE shop.customers ALTER COLUMN customer_id SET DEFAULT nextval('shop.customers_customer_id_seq'::regclass);
-- alter-column shop.customers.customer_id high
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('shop.customers', 'customer_id'), coalesce((SELECT max(customer_id) FROM shop.customers), 0) + 1, false);
-- alter-column shop.customers.email high
ALTER TABLE shop.customers ALTER COLUMN email TYPE character varying(255) USING email::character varying(255);
-- alter-column shop.customers.full_name high
ALTER TABLE shop.customers ALTER COLUMN full_name TYPE character varying(100) USING full_name::character varying(100);
-- alter-column shop.customers.created_at high
ALTER TABLE shop.customers ALTER COLUMN created_at DROP DEFAULT;
-- alter-column shop.customers.created_at high
ALTER TABLE shop.customers ALTER COLUMN created_at TYPE timestamp without time zone USING created_at::timestamp without time zone;
-- alter-column shop.customers.created_at high
ALTER TABLE shop.customers ALTER COLUMN created_at SET DEFAULT now();
-- alter-column shop.customers.is_active high
ALTER TABLE shop.customers ALTER COLUMN is_active DROP DEFAULT;
-- alter-column shop.customers.is_active high
ALTER TABLE shop.customers ALTER COLUMN is_active TYPE smallint USING is_active::integer::smallint;
-- alter-column shop.customers.is_active high
ALTER TABLE shop.customers ALTER COLUMN is_active SET DEFAULT 1;
-- alter-column shop.customers.is_active high
ALTER TABLE shop.customers ALTER COLUMN is_active DROP NOT NULL;
-- alter-column shop.order_lines.order_id high
ALTER TABLE shop.order_lines ALTER COLUMN order_id TYPE integer USING order_id::integer;
-- alter-column shop.order_lines.product_id high
ALTER TABLE shop.order_lines ALTER COLUMN product_id TYPE integer USING product_id::integer;
-- alter-column shop.order_lines.price high
ALTER TABLE shop.order_lines ALTER COLUMN price TYPE numeric(8,2) USING price::numeric(8,2);
-- alter-column shop.orders.order_id high
ALTER TABLE shop.orders ALTER COLUMN order_id TYPE integer USING order_id::integer;
-- alter-column shop.orders.order_id high
ALTER SEQUENCE shop.orders_order_id_seq AS integer;
-- alter-column shop.orders.customer_id high
ALTER TABLE shop.orders ALTER COLUMN customer_id TYPE integer USING customer_id::integer;
-- alter-column shop.orders.ship_to high
ALTER TABLE shop.orders ALTER COLUMN ship_to TYPE integer USING ship_to::integer;
-- alter-column shop.orders.status low
ALTER TABLE shop.orders ALTER COLUMN status SET DEFAULT 'cart'::shop.order_status;
-- alter-column shop.orders.placed_at high
ALTER TABLE shop.orders ALTER COLUMN placed_at TYPE timestamp without time zone USING placed_at::timestamp without time zone;
-- alter-column shop.orders.total high
ALTER TABLE shop.orders ALTER COLUMN total DROP DEFAULT;
-- alter-column shop.orders.total high
ALTER TABLE shop.orders ALTER COLUMN total TYPE numeric(10,2) USING total::numeric(10,2);
-- alter-column shop.orders.total high
ALTER TABLE shop.orders ALTER COLUMN total SET DEFAULT 0;
-- alter-column shop.products.product_id high
ALTER TABLE shop.products ALTER COLUMN product_id DROP IDENTITY;
-- alter-column shop.products.product_id high
ALTER TABLE shop.products ALTER COLUMN product_id TYPE integer USING product_id::integer;
-- alter-column shop.products.product_id high
CREATE SEQUENCE shop.products_product_id_seq AS integer OWNED BY shop.products.product_id;
-- alter-column shop.products.product_id high
ALTER TABLE shop.products ALTER COLUMN product_id SET DEFAULT nextval('shop.products_product_id_seq'::regclass);
-- alter-column shop.products.product_id high
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('shop.products', 'product_id'), coalesce((SELECT max(product_id) FROM shop.products), 0) + 1, false);
-- alter-column shop.products.price high
ALTER TABLE shop.products ALTER COLUMN price TYPE numeric(8,2) USING price::numeric(8,2);
-- alter-column shop.products.attrs high
ALTER TABLE shop.products ALTER COLUMN attrs DROP DEFAULT;
-- alter-column shop.products.attrs high
ALTER TABLE shop.products ALTER COLUMN attrs TYPE json USING attrs::text::json;
-- alter-column shop.products.attrs high
ALTER TABLE shop.products ALTER COLUMN attrs DROP NOT NULL;
-- drop-column shop.addresses.line2 high
ALTER TABLE shop.addresses DROP COLUMN line2;
-- drop-column shop.categories.path high
ALTER TABLE shop.categories DROP COLUMN path;
-- drop-column shop.customers.phone high
ALTER TABLE shop.customers DROP COLUMN phone;
-- drop-column shop.orders.note high
ALTER TABLE shop.orders DROP COLUMN note;
-- add-unique shop.categories.categories_parent_id_name_key medium
ALTER TABLE shop.categories ADD CONSTRAINT categories_parent_id_name_key UNIQUE (parent_id, name);
-- add-unique shop.customers.customers_email_key medium
ALTER TABLE shop.customers ADD CONSTRAINT customers_email_key UNIQUE (email);
-- add-check shop.order_lines.order_lines_qty_check medium
ALTER TABLE shop.order_lines ADD CONSTRAINT order_lines_qty_check CHECK ((qty > 0));
-- add-unique shop.products.products_sku_key medium
ALTER TABLE shop.products ADD CONSTRAINT products_sku_key UNIQUE (sku);
-- add-check shop.products.products_price_check medium
ALTER TABLE shop.products ADD CONSTRAINT products_price_check CHECK ((price > (0)::numeric));
-- add-index shop.orders.orders_status low
CREATE INDEX orders_status ON shop.orders (status) WHERE (status = ANY (ARRAY['placed'::shop.order_status, 'paid'::shop.order_status]));
-- add-foreign-key shop.categories.categories_parent_id_fkey medium
ALTER TABLE shop.categories ADD CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES shop.categories (category_id);
-- add-foreign-key shop.orders.orders_ship_to_fkey medium
ALTER TABLE shop.orders ADD CONSTRAINT orders_ship_to_fkey FOREIGN KEY (ship_to) REFERENCES shop.addresses (address_id);
-- add-foreign-key shop.addresses.addresses_customer_id_fkey medium
ALTER TABLE shop.addresses ADD CONSTRAINT addresses_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES shop.customers (customer_id) ON DELETE CASCADE;
-- add-foreign-key shop.order_lines.order_lines_order_id_fkey medium
ALTER TABLE shop.order_lines ADD CONSTRAINT order_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES shop.orders (order_id) ON DELETE CASCADE;
-- add-foreign-key shop.order_lines.order_lines_product_id_fkey medium
ALTER TABLE shop.order_lines ADD CONSTRAINT order_lines_product_id_fkey FOREIGN KEY (product_id) REFERENCES shop.products (product_id);
-- add-foreign-key shop.orders.orders_customer_id_fkey medium
ALTER TABLE shop.orders ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES shop.customers (customer_id);
-- add-view shop.order_totals low
CREATE VIEW shop.order_totals AS
SELECT o.order_id,
    o.customer_id,
    sum(((l.qty)::numeric * l.price)) AS total
   FROM (shop.orders o
     JOIN shop.order_lines l USING (order_id))
  GROUP BY o.order_id;
-- add-view shop.best_customers low
CREATE VIEW shop.best_customers AS
SELECT c.email,
    t.total
   FROM (shop.customers c
     JOIN shop.order_totals t USING (customer_id))
  WHERE (t.total > (100)::numeric);
-- add-view shop.sales_by_category low
CREATE MATERIALIZED VIEW shop.sales_by_category AS
SELECT p.category_id,
    sum(l.qty) AS units
   FROM (shop.order_lines l
     JOIN shop.products p USING (product_id))
  GROUP BY p.category_id;
-- add-index shop.sales_by_category.sales_by_category_key medium
CREATE UNIQUE INDEX sales_by_category_key ON shop.sales_by_category (category_id);
-- add-object shop.orders.touch low
CREATE TRIGGER touch BEFORE INSERT ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch();
