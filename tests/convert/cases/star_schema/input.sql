CREATE TABLE dim_date (date_key int PRIMARY KEY, calendar_date date NOT NULL UNIQUE);
CREATE TABLE dim_store (store_key int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, store_code varchar(10) NOT NULL UNIQUE, city text);
CREATE TABLE fact_sales (
  date_key int NOT NULL REFERENCES dim_date,
  store_key int NOT NULL REFERENCES dim_store,
  receipt_number varchar(20) NOT NULL,
  line_number int NOT NULL,
  quantity int NOT NULL,
  amount numeric(18,2) NOT NULL,
  UNIQUE (receipt_number, line_number)
);
CREATE TABLE fact_visits (date_key int REFERENCES dim_date, store_key int REFERENCES dim_store, visitors int);
