-- drop-view yearly low
DROP VIEW yearly;
-- rebuild-table date_dim low
CREATE TABLE dbx_rebuild_date_dim AS SELECT d_date_sk, d_date, d_year FROM date_dim;
-- rebuild-table item low
CREATE TABLE dbx_rebuild_item AS SELECT i_item_sk, i_item_id, i_price FROM item;
-- rebuild-table store_sales low
CREATE TABLE dbx_rebuild_store_sales AS SELECT ss_sold_date_sk, ss_item_sk, ss_ticket, ss_qty, ss_price FROM store_sales;
-- rebuild-table store_sales high
DROP TABLE store_sales;
-- drop-table store high
DROP TABLE store;
-- rebuild-table item high
DROP TABLE item;
-- rebuild-table date_dim high
DROP TABLE date_dim;
-- rebuild-table date_dim low
CREATE TABLE date_dim (
  d_date_sk INTEGER NOT NULL,
  d_date DATE NOT NULL,
  d_year INTEGER,
  PRIMARY KEY (d_date_sk)
);
-- rebuild-table date_dim low
INSERT INTO date_dim (d_date_sk, d_date, d_year) SELECT d_date_sk, d_date, d_year FROM dbx_rebuild_date_dim;
-- rebuild-table date_dim low
DROP TABLE dbx_rebuild_date_dim;
-- rebuild-table item low
CREATE TABLE item (
  i_item_sk INTEGER NOT NULL,
  i_item_id VARCHAR NOT NULL,
  i_price DECIMAL(7,2),
  PRIMARY KEY (i_item_sk)
);
-- rebuild-table item low
INSERT INTO item (i_item_sk, i_item_id, i_price) SELECT i_item_sk, i_item_id, i_price FROM dbx_rebuild_item;
-- rebuild-table item low
DROP TABLE dbx_rebuild_item;
-- rebuild-table store_sales low
CREATE TABLE store_sales (
  ss_sold_date_sk INTEGER,
  ss_item_sk INTEGER NOT NULL,
  ss_ticket INTEGER NOT NULL,
  ss_qty INTEGER,
  ss_price DECIMAL(7,2),
  PRIMARY KEY (ss_item_sk, ss_ticket),
  FOREIGN KEY (ss_item_sk) REFERENCES item (i_item_sk),
  FOREIGN KEY (ss_sold_date_sk) REFERENCES date_dim (d_date_sk)
);
-- rebuild-table store_sales low
INSERT INTO store_sales (ss_sold_date_sk, ss_item_sk, ss_ticket, ss_qty, ss_price) SELECT ss_sold_date_sk, ss_item_sk, ss_ticket, ss_qty, ss_price FROM dbx_rebuild_store_sales;
-- rebuild-table store_sales low
DROP TABLE dbx_rebuild_store_sales;
-- add-view yearly low
CREATE VIEW yearly AS SELECT d_year, sum((ss_qty * ss_price)) AS amount FROM store_sales INNER JOIN date_dim ON ((d_date_sk = ss_sold_date_sk)) GROUP BY d_year;
