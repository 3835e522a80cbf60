-- dbx migration plan.down
-- engine: duckdb
-- from: 82345a73f2bcd1a859ffd65c7b447ae17cccb085ae402a23c65a5d1de4d806af
-- to: 29f0d05b059fdcebca309246ca8f08b080031b71a0573eb7abd1d6ba188426f5
-- plan: f2341f7df1cab827cac933e9f6f2a371986488dd6c5e0d0b90b7a3db00f6b826

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
