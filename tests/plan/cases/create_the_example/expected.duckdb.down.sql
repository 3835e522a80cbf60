-- dbx migration plan.down
-- engine: duckdb
-- from: 756b9a0db4a81aa9377fb08d2baf8727c2d45bb19fa8b07c3283a40c1933d9e7
-- to: 74387f9bc5cbbdda85cea751c9b8a8010c72b2962c1d3adbce970a50bc58f568
-- plan: c27b49d1598fafad8cae90057fa79ea2b05695c02d7f3111b1504eb3b6aff246

-- step 1: drop-table fact_loan_payments high
DROP TABLE fact_loan_payments;

-- step 2: drop-table dim_date high
DROP TABLE dim_date;

-- step 3: drop-table dim_company high
DROP TABLE dim_company;

-- step 4: drop-table dim_company high
DROP SEQUENCE dim_company_company_key_seq;

-- spec begin
--| version: 1
--| warehouse: w
--| entities:
--|   dimensions:
--|     - name: dim_kept
--|       surrogate_key: kept_key
--|       natural_key: kept_id
--|       columns:
--|         - {name: kept_id, type: INT, nullable: false}
-- spec end
