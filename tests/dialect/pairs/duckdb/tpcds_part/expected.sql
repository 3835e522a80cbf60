-- drop-view yearly low
DROP VIEW yearly;
-- add-table store low
CREATE TABLE store (
  s_store_sk BIGINT NOT NULL,
  s_name VARCHAR,
  PRIMARY KEY (s_store_sk)
);
-- rebuild-table date_dim low
CREATE TABLE dbx_rebuild_date_dim AS SELECT d_date_sk, d_date, d_year FROM date_dim;
-- rebuild-table item low
CREATE TABLE dbx_rebuild_item AS SELECT i_item_sk, i_item_id, i_price FROM item;
-- rebuild-table store_sales low
CREATE TABLE dbx_rebuild_store_sales AS SELECT ss_sold_date_sk, ss_item_sk, ss_ticket, ss_qty, ss_price FROM store_sales;
-- rebuild-table store_sales medium
DROP TABLE store_sales;
-- rebuild-table item medium
DROP TABLE item;
-- rebuild-table date_dim medium
DROP TABLE date_dim;
-- rebuild-table date_dim low
CREATE TABLE date_dim (
  d_date_sk BIGINT NOT NULL,
  d_date DATE NOT NULL,
  d_year INTEGER,
  d_quarter INTEGER GENERATED ALWAYS AS ("quarter"(d_date)),
  PRIMARY KEY (d_date_sk),
  UNIQUE (d_date)
);
-- rebuild-table date_dim low
INSERT INTO date_dim (d_date_sk, d_date, d_year) SELECT d_date_sk, d_date, d_year FROM dbx_rebuild_date_dim;
-- rebuild-table date_dim low
DROP TABLE dbx_rebuild_date_dim;
-- rebuild-table item low
CREATE TABLE item (
  i_item_sk BIGINT NOT NULL,
  i_item_id VARCHAR NOT NULL,
  i_price DECIMAL(9,2),
  i_brand VARCHAR DEFAULT 'none',
  PRIMARY KEY (i_item_sk),
  CHECK ((i_price >= 0))
);
-- rebuild-table item low
INSERT INTO item (i_item_sk, i_item_id, i_price) SELECT i_item_sk, i_item_id, i_price FROM dbx_rebuild_item;
-- rebuild-table item low
DROP TABLE dbx_rebuild_item;
-- rebuild-table store_sales low
CREATE TABLE store_sales (
  ss_sold_date_sk BIGINT,
  ss_item_sk BIGINT NOT NULL,
  ss_store_sk BIGINT,
  ss_ticket BIGINT NOT NULL,
  ss_qty INTEGER DEFAULT 1,
  ss_price DECIMAL(9,2),
  PRIMARY KEY (ss_item_sk, ss_ticket),
  FOREIGN KEY (ss_item_sk) REFERENCES item (i_item_sk),
  FOREIGN KEY (ss_sold_date_sk) REFERENCES date_dim (d_date_sk),
  FOREIGN KEY (ss_store_sk) REFERENCES store (s_store_sk)
);
-- rebuild-table store_sales low
INSERT INTO store_sales (ss_sold_date_sk, ss_item_sk, ss_ticket, ss_qty, ss_price) SELECT ss_sold_date_sk, ss_item_sk, ss_ticket, ss_qty, ss_price FROM dbx_rebuild_store_sales;
-- rebuild-table store_sales low
DROP TABLE dbx_rebuild_store_sales;
-- add-view yearly low
CREATE VIEW yearly AS SELECT d_year, sum((ss_qty * ss_price)) AS amount, count(DISTINCT ss_ticket) AS tickets FROM store_sales INNER JOIN date_dim ON ((d_date_sk = ss_sold_date_sk)) GROUP BY d_year;
