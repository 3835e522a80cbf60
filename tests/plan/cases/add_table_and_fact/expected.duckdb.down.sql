-- dbx migration plan.down
-- engine: duckdb
-- from: 38f494334136ec0caeba9e2e47165ee64c688af3200654c8b9aa8d14b82d9129
-- to: de3c514117c0fbe33987a4adfbaad17da9ef155c4431ab743fc32f1311fb72a2
-- plan: 53a08a370d70ec539dd877da25535cfccee5bc56c426dd8e006a418713585516

-- step 1: drop-table fact_balances high
DROP TABLE fact_balances;

-- step 2: drop-table dim_loan high
DROP TABLE dim_loan;

-- step 3: drop-table dim_loan high
DROP SEQUENCE dim_loan_loan_key_seq;

-- spec begin
--| version: 1
--| warehouse: contoso_finance
--| entities:
--|   dimensions:
--|     - name: dim_company
--|       surrogate_key: company_key
--|       natural_key: company_id
--|       columns:
--|         - {name: company_id, type: VARCHAR(50), nullable: false}
--|         - {name: region, type: VARCHAR(40), nullable: false}
--|         - {name: industry, type: VARCHAR(60)}
--|       indexes:
--|         - {name: ix_dim_company_region, columns: [region]}
--|     - name: dim_date
--|       surrogate_key: date_key
--|       columns:
--|         - {name: date_key, type: INT, nullable: false}
--|         - {name: calendar_date, type: DATE, nullable: false}
--|   facts:
--|     - name: fact_loan_payments
--|       grain: loan_id, payment_date
--|       foreign_keys:
--|         - {column: company_key, references: dim_company(company_key)}
--|         - {column: date_key, references: dim_date(date_key)}
--|       measures:
--|         - {name: principal_paid, type: "DECIMAL(18,2)"}
--|         - {name: interest_paid, type: "DECIMAL(18,2)"}
--|       columns:
--|         - {name: loan_id, type: VARCHAR(50), nullable: false}
--|         - {name: payment_date, type: DATE, nullable: false}
--|       partitioning: {strategy: RANGE, column: payment_date}
-- spec end
