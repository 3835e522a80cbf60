-- drop-view top_items low
DROP MATERIALIZED VIEW top_items;
-- drop-view sales_by_year low
DROP VIEW sales_by_year;
-- drop-foreign-key household_demographics.household_demographics_hd_income_fkey low
ALTER TABLE household_demographics DROP CONSTRAINT household_demographics_hd_income_fkey;
-- drop-foreign-key customer.customer_c_addr_fkey low
ALTER TABLE customer DROP CONSTRAINT customer_c_addr_fkey;
-- drop-foreign-key promotion.promotion_p_item_sk_fkey low
ALTER TABLE promotion DROP CONSTRAINT promotion_p_item_sk_fkey;
-- drop-foreign-key store_returns.store_returns_sr_item_sk_sr_ticket_number_fkey low
ALTER TABLE store_returns DROP CONSTRAINT store_returns_sr_item_sk_sr_ticket_number_fkey;
-- drop-index date_dim.date_dim_date low
DROP INDEX date_dim_date;
-- drop-unique store.store_s_store_id_key low
ALTER TABLE store DROP CONSTRAINT store_s_store_id_key;
-- drop-check time_dim.time_dim_t_hour_check low
ALTER TABLE time_dim DROP CONSTRAINT time_dim_t_hour_check;
-- drop-column date_dim.d_quarter medium
ALTER TABLE date_dim DROP COLUMN d_quarter;
-- save-rows inventory medium
CREATE TABLE dbx_rows_inventory AS TABLE inventory;
-- save-rows store_sales medium
CREATE TABLE dbx_rows_store_sales AS TABLE store_sales;
-- drop-table store_sales medium
DROP TABLE store_sales;
-- drop-table inventory medium
DROP TABLE inventory;
-- add-table inventory low
CREATE TABLE inventory (
  inv_date_sk integer NOT NULL,
  inv_item_sk integer NOT NULL,
  inv_warehouse_sk integer NOT NULL,
  inv_quantity integer,
  CONSTRAINT inventory_pkey PRIMARY KEY (inv_date_sk, inv_item_sk, inv_warehouse_sk)
);
-- add-table store_sales low
CREATE TABLE store_sales (
  ss_sold_date_sk integer,
  ss_item_sk integer NOT NULL,
  ss_customer_sk integer,
  ss_store_sk integer,
  ss_promo_sk integer,
  ss_ticket_number integer NOT NULL,
  ss_quantity integer,
  ss_sales_price numeric(7,2),
  ss_net_profit numeric(7,2),
  CONSTRAINT store_sales_pkey PRIMARY KEY (ss_item_sk, ss_ticket_number)
);
-- add-column customer.c_birth_day low
ALTER TABLE customer ADD COLUMN c_birth_day integer;
-- add-column customer.c_birth_month low
ALTER TABLE customer ADD COLUMN c_birth_month integer;
-- add-column income_band.ib_lower low
ALTER TABLE income_band ADD COLUMN ib_lower integer;
-- add-column income_band.ib_upper low
ALTER TABLE income_band ADD COLUMN ib_upper integer;
-- alter-column customer.c_customer_sk high
ALTER TABLE customer ALTER COLUMN c_customer_sk TYPE integer USING c_customer_sk::integer;
-- alter-column customer.c_customer_id medium
ALTER TABLE customer ALTER COLUMN c_customer_id TYPE character(16) USING c_customer_id::character(16);
-- alter-column customer.c_addr high
ALTER TABLE customer ALTER COLUMN c_addr TYPE integer USING c_addr::integer;
-- alter-column customer_address.ca_address_sk high
ALTER TABLE customer_address ALTER COLUMN ca_address_sk TYPE integer USING ca_address_sk::integer;
-- alter-column customer_address.ca_state medium
ALTER TABLE customer_address ALTER COLUMN ca_state TYPE character(2) USING ca_state::character(2);
-- alter-column customer_address.ca_zip medium
ALTER TABLE customer_address ALTER COLUMN ca_zip TYPE character(10) USING ca_zip::character(10);
-- alter-column customer_address.ca_gmt high
ALTER TABLE customer_address ALTER COLUMN ca_gmt TYPE numeric(5,2) USING ca_gmt::numeric(5,2);
-- alter-column date_dim.d_date_id medium
ALTER TABLE date_dim ALTER COLUMN d_date_id TYPE character(16) USING d_date_id::character(16);
-- alter-column date_dim.d_moy medium
ALTER TABLE date_dim ALTER COLUMN d_moy TYPE integer USING d_moy::integer;
-- alter-column date_dim.d_holiday high
ALTER TABLE date_dim ALTER COLUMN d_holiday TYPE character(1) USING d_holiday::character(1);
-- alter-column household_demographics.hd_buy_potential high
ALTER TABLE household_demographics ALTER COLUMN hd_buy_potential TYPE character(15) USING hd_buy_potential::character(15);
-- alter-column item.i_item_sk high
ALTER TABLE item ALTER COLUMN i_item_sk TYPE integer USING i_item_sk::integer;
-- alter-column item.i_item_id medium
ALTER TABLE item ALTER COLUMN i_item_id TYPE character(16) USING i_item_id::character(16);
-- alter-column item.i_price high
ALTER TABLE item ALTER COLUMN i_price TYPE numeric(7,2) USING i_price::numeric(7,2);
-- alter-column item.i_brand high
ALTER TABLE item ALTER COLUMN i_brand TYPE character(50) USING i_brand::character(50);
-- alter-column item.i_category high
ALTER TABLE item ALTER COLUMN i_category TYPE character(50) USING i_category::character(50);
-- alter-column promotion.p_item_sk high
ALTER TABLE promotion ALTER COLUMN p_item_sk TYPE integer USING p_item_sk::integer;
-- alter-column store.s_store_id medium
ALTER TABLE store ALTER COLUMN s_store_id TYPE character(16) USING s_store_id::character(16);
-- alter-column store_returns.sr_item_sk high
ALTER TABLE store_returns ALTER COLUMN sr_item_sk TYPE integer USING sr_item_sk::integer;
-- alter-column store_returns.sr_ticket_number high
ALTER TABLE store_returns ALTER COLUMN sr_ticket_number TYPE integer USING sr_ticket_number::integer;
-- alter-column store_returns.sr_return_amt high
ALTER TABLE store_returns ALTER COLUMN sr_return_amt TYPE numeric(7,2) USING sr_return_amt::numeric(7,2);
-- alter-column time_dim.t_shift medium
ALTER TABLE time_dim ALTER COLUMN t_shift TYPE character(20) USING t_shift::character(20);
-- alter-column warehouse.w_name high
ALTER TABLE warehouse ALTER COLUMN w_name TYPE character varying(20) USING w_name::character varying(20);
-- drop-column household_demographics.hd_income high
ALTER TABLE household_demographics DROP COLUMN hd_income;
-- drop-column income_band.ib_range high
ALTER TABLE income_band DROP COLUMN ib_range;
-- restore-rows inventory medium
INSERT INTO inventory (inv_date_sk, inv_item_sk, inv_warehouse_sk, inv_quantity) OVERRIDING SYSTEM VALUE SELECT inv_date_sk, inv_item_sk::integer, inv_warehouse_sk, inv_quantity FROM dbx_rows_inventory;
-- restore-rows inventory medium
DROP TABLE dbx_rows_inventory;
-- restore-rows store_sales medium
INSERT INTO store_sales (ss_sold_date_sk, ss_item_sk, ss_customer_sk, ss_store_sk, ss_promo_sk, ss_ticket_number, ss_quantity, ss_sales_price, ss_net_profit) OVERRIDING SYSTEM VALUE SELECT ss_sold_date_sk, ss_item_sk::integer, ss_customer_sk::integer, ss_store_sk, ss_promo_sk, ss_ticket_number::integer, ss_quantity, ss_sales_price::numeric(7,2), ss_net_profit::numeric(7,2) FROM dbx_rows_store_sales;
-- restore-rows store_sales medium
DROP TABLE dbx_rows_store_sales;
-- add-foreign-key customer.customer_c_addr_fkey medium
ALTER TABLE customer ADD CONSTRAINT customer_c_addr_fkey FOREIGN KEY (c_addr) REFERENCES customer_address (ca_address_sk);
-- add-foreign-key promotion.promotion_p_item_sk_fkey medium
ALTER TABLE promotion ADD CONSTRAINT promotion_p_item_sk_fkey FOREIGN KEY (p_item_sk) REFERENCES item (i_item_sk);
-- add-foreign-key store_returns.store_returns_sr_item_sk_sr_ticket_number_fkey medium
ALTER TABLE store_returns ADD CONSTRAINT store_returns_sr_item_sk_sr_ticket_number_fkey FOREIGN KEY (sr_item_sk, sr_ticket_number) REFERENCES store_sales (ss_item_sk, ss_ticket_number);
-- add-foreign-key inventory.inventory_inv_date_sk_fkey medium
ALTER TABLE inventory ADD CONSTRAINT inventory_inv_date_sk_fkey FOREIGN KEY (inv_date_sk) REFERENCES date_dim (d_date_sk);
-- add-foreign-key inventory.inventory_inv_item_sk_fkey medium
ALTER TABLE inventory ADD CONSTRAINT inventory_inv_item_sk_fkey FOREIGN KEY (inv_item_sk) REFERENCES item (i_item_sk);
-- add-foreign-key inventory.inventory_inv_warehouse_sk_fkey medium
ALTER TABLE inventory ADD CONSTRAINT inventory_inv_warehouse_sk_fkey FOREIGN KEY (inv_warehouse_sk) REFERENCES warehouse (w_warehouse_sk);
-- add-foreign-key store_sales.store_sales_ss_customer_sk_fkey medium
ALTER TABLE store_sales ADD CONSTRAINT store_sales_ss_customer_sk_fkey FOREIGN KEY (ss_customer_sk) REFERENCES customer (c_customer_sk);
-- add-foreign-key store_sales.store_sales_ss_item_sk_fkey medium
ALTER TABLE store_sales ADD CONSTRAINT store_sales_ss_item_sk_fkey FOREIGN KEY (ss_item_sk) REFERENCES item (i_item_sk);
-- add-foreign-key store_sales.store_sales_ss_promo_sk_fkey medium
ALTER TABLE store_sales ADD CONSTRAINT store_sales_ss_promo_sk_fkey FOREIGN KEY (ss_promo_sk) REFERENCES promotion (p_promo_sk);
-- add-foreign-key store_sales.store_sales_ss_sold_date_sk_fkey medium
ALTER TABLE store_sales ADD CONSTRAINT store_sales_ss_sold_date_sk_fkey FOREIGN KEY (ss_sold_date_sk) REFERENCES date_dim (d_date_sk);
-- add-foreign-key store_sales.store_sales_ss_store_sk_fkey medium
ALTER TABLE store_sales ADD CONSTRAINT store_sales_ss_store_sk_fkey FOREIGN KEY (ss_store_sk) REFERENCES store (s_store_sk);
-- add-view sales_by_year low
CREATE VIEW sales_by_year AS
SELECT date_dim.d_year,
    sum((store_sales.ss_sales_price * (store_sales.ss_quantity)::numeric)) AS revenue
   FROM (store_sales
     JOIN date_dim ON ((date_dim.d_date_sk = store_sales.ss_sold_date_sk)))
  GROUP BY date_dim.d_year;
