-- dbx migration plan
-- engine: duckdb
-- from: 7f92d1ee13918ee67cf4a34ff3501ca9a0e71046139b381bc051a7642682189b
-- to: 0477354a9519fae451f581941e3262fbc9bc77abfc25e291bd955749fd29245e
-- plan: 51348262ae3aad778db9694ba71b757c460285942898c5598e622d328002ee77

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
