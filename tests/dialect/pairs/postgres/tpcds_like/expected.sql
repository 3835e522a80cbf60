-- drop-view sales_by_year low
DROP VIEW sales_by_year;
-- drop-foreign-key customer.customer_c_addr_fkey low
ALTER TABLE customer DROP CONSTRAINT customer_c_addr_fkey;
-- drop-foreign-key promotion.promotion_p_item_sk_fkey low
ALTER TABLE promotion DROP CONSTRAINT promotion_p_item_sk_fkey;
-- drop-foreign-key store_returns.store_returns_sr_item_sk_sr_ticket_number_fkey low
ALTER TABLE store_returns DROP CONSTRAINT store_returns_sr_item_sk_sr_ticket_number_fkey;
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
  inv_item_sk bigint NOT NULL,
  inv_warehouse_sk integer NOT NULL,
  inv_quantity integer,
  CONSTRAINT inventory_pkey PRIMARY KEY (inv_date_sk, inv_item_sk, inv_warehouse_sk)
) PARTITION BY RANGE (inv_date_sk);
-- add-table inventory_1 low
CREATE TABLE inventory_1 PARTITION OF inventory FOR VALUES FROM (MINVALUE) TO (2);
-- add-table inventory_2 low
CREATE TABLE inventory_2 PARTITION OF inventory FOR VALUES FROM (2) TO (MAXVALUE);
-- add-table store_sales low
CREATE TABLE store_sales (
  ss_sold_date_sk integer,
  ss_item_sk bigint NOT NULL,
  ss_customer_sk bigint,
  ss_store_sk integer,
  ss_promo_sk integer,
  ss_ticket_number bigint NOT NULL,
  ss_quantity integer,
  ss_sales_price numeric(9,2),
  ss_net_profit numeric(9,2),
  CONSTRAINT store_sales_pkey PRIMARY KEY (ss_item_sk, ss_ticket_number)
) PARTITION BY HASH (ss_item_sk);
-- add-table store_sales_0 low
CREATE TABLE store_sales_0 PARTITION OF store_sales FOR VALUES WITH (modulus 2, remainder 0);
-- add-table store_sales_1 low
CREATE TABLE store_sales_1 PARTITION OF store_sales FOR VALUES WITH (modulus 2, remainder 1);
-- add-column household_demographics.hd_income low
ALTER TABLE household_demographics ADD COLUMN hd_income integer;
-- add-column income_band.ib_range low
ALTER TABLE income_band ADD COLUMN ib_range int4range;
-- alter-column customer.c_customer_sk medium
ALTER TABLE customer ALTER COLUMN c_customer_sk TYPE bigint USING c_customer_sk::bigint;
-- alter-column customer.c_customer_id medium
ALTER TABLE customer ALTER COLUMN c_customer_id TYPE character varying(16) USING c_customer_id::character varying(16);
-- alter-column customer.c_addr medium
ALTER TABLE customer ALTER COLUMN c_addr TYPE bigint USING c_addr::bigint;
-- alter-column customer_address.ca_address_sk medium
ALTER TABLE customer_address ALTER COLUMN ca_address_sk TYPE bigint USING ca_address_sk::bigint;
-- alter-column customer_address.ca_state medium
ALTER TABLE customer_address ALTER COLUMN ca_state TYPE character varying(2) USING ca_state::character varying(2);
-- alter-column customer_address.ca_zip medium
ALTER TABLE customer_address ALTER COLUMN ca_zip TYPE character varying(10) USING ca_zip::character varying(10);
-- alter-column customer_address.ca_gmt medium
ALTER TABLE customer_address ALTER COLUMN ca_gmt TYPE numeric USING ca_gmt::numeric;
-- alter-column date_dim.d_date_id medium
ALTER TABLE date_dim ALTER COLUMN d_date_id TYPE character varying(16) USING d_date_id::character varying(16);
-- alter-column date_dim.d_moy high
ALTER TABLE date_dim ALTER COLUMN d_moy TYPE smallint USING d_moy::smallint;
-- alter-column date_dim.d_holiday high
ALTER TABLE date_dim ALTER COLUMN d_holiday TYPE boolean USING d_holiday::boolean;
-- alter-column household_demographics.hd_buy_potential medium
ALTER TABLE household_demographics ALTER COLUMN hd_buy_potential TYPE text USING hd_buy_potential::text;
-- alter-column item.i_item_sk medium
ALTER TABLE item ALTER COLUMN i_item_sk TYPE bigint USING i_item_sk::bigint;
-- alter-column item.i_item_id medium
ALTER TABLE item ALTER COLUMN i_item_id TYPE character varying(16) USING i_item_id::character varying(16);
-- alter-column item.i_price medium
ALTER TABLE item ALTER COLUMN i_price TYPE numeric(9,2) USING i_price::numeric(9,2);
-- alter-column item.i_brand medium
ALTER TABLE item ALTER COLUMN i_brand TYPE text USING i_brand::text;
-- alter-column item.i_category medium
ALTER TABLE item ALTER COLUMN i_category TYPE text USING i_category::text;
-- alter-column promotion.p_item_sk medium
ALTER TABLE promotion ALTER COLUMN p_item_sk TYPE bigint USING p_item_sk::bigint;
-- alter-column store.s_store_id medium
ALTER TABLE store ALTER COLUMN s_store_id TYPE character varying(16) USING s_store_id::character varying(16);
-- alter-column store_returns.sr_item_sk medium
ALTER TABLE store_returns ALTER COLUMN sr_item_sk TYPE bigint USING sr_item_sk::bigint;
-- alter-column store_returns.sr_ticket_number medium
ALTER TABLE store_returns ALTER COLUMN sr_ticket_number TYPE bigint USING sr_ticket_number::bigint;
-- alter-column store_returns.sr_return_amt medium
ALTER TABLE store_returns ALTER COLUMN sr_return_amt TYPE numeric(9,2) USING sr_return_amt::numeric(9,2);
-- alter-column time_dim.t_shift medium
ALTER TABLE time_dim ALTER COLUMN t_shift TYPE character varying(20) USING t_shift::character varying(20);
-- alter-column warehouse.w_name medium
ALTER TABLE warehouse ALTER COLUMN w_name TYPE character varying(40) USING w_name::character varying(40);
-- drop-column customer.c_birth_day high
ALTER TABLE customer DROP COLUMN c_birth_day;
-- drop-column customer.c_birth_month high
ALTER TABLE customer DROP COLUMN c_birth_month;
-- drop-column income_band.ib_lower high
ALTER TABLE income_band DROP COLUMN ib_lower;
-- drop-column income_band.ib_upper high
ALTER TABLE income_band DROP COLUMN ib_upper;
-- add-column date_dim.d_quarter low
ALTER TABLE date_dim ADD COLUMN d_quarter integer GENERATED ALWAYS AS (((d_moy + 2) / 3)) STORED;
-- restore-rows inventory medium
INSERT INTO inventory (inv_date_sk, inv_item_sk, inv_warehouse_sk, inv_quantity) OVERRIDING SYSTEM VALUE SELECT inv_date_sk, inv_item_sk::bigint, inv_warehouse_sk, inv_quantity FROM dbx_rows_inventory;
-- restore-rows inventory medium
DROP TABLE dbx_rows_inventory;
-- restore-rows store_sales medium
INSERT INTO store_sales (ss_sold_date_sk, ss_item_sk, ss_customer_sk, ss_store_sk, ss_promo_sk, ss_ticket_number, ss_quantity, ss_sales_price, ss_net_profit) OVERRIDING SYSTEM VALUE SELECT ss_sold_date_sk, ss_item_sk::bigint, ss_customer_sk::bigint, ss_store_sk, ss_promo_sk, ss_ticket_number::bigint, ss_quantity, ss_sales_price::numeric(9,2), ss_net_profit::numeric(9,2) FROM dbx_rows_store_sales;
-- restore-rows store_sales medium
DROP TABLE dbx_rows_store_sales;
-- add-unique store.store_s_store_id_key medium
ALTER TABLE store ADD CONSTRAINT store_s_store_id_key UNIQUE (s_store_id);
-- add-check time_dim.time_dim_t_hour_check medium
ALTER TABLE time_dim ADD CONSTRAINT time_dim_t_hour_check CHECK (((t_hour >= 0) AND (t_hour <= 23)));
-- add-index date_dim.date_dim_date medium
CREATE UNIQUE INDEX date_dim_date ON date_dim (d_date);
-- add-index store_sales.store_sales_date low
CREATE INDEX store_sales_date ON store_sales USING brin (ss_sold_date_sk);
-- add-foreign-key household_demographics.household_demographics_hd_income_fkey medium
ALTER TABLE household_demographics ADD CONSTRAINT household_demographics_hd_income_fkey FOREIGN KEY (hd_income) REFERENCES income_band (ib_income_band_sk);
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
    date_dim.d_quarter,
    sum((store_sales.ss_sales_price * (store_sales.ss_quantity)::numeric)) AS revenue
   FROM (store_sales
     JOIN date_dim ON ((date_dim.d_date_sk = store_sales.ss_sold_date_sk)))
  GROUP BY date_dim.d_year, date_dim.d_quarter;
-- add-view top_items low
CREATE MATERIALIZED VIEW top_items AS
SELECT item.i_brand,
    rank() OVER (ORDER BY (sum(store_sales.ss_net_profit)) DESC) AS r
   FROM (store_sales
     JOIN item ON ((item.i_item_sk = store_sales.ss_item_sk)))
  GROUP BY item.i_brand;
