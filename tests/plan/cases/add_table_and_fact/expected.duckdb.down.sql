-- dbx migration plan.down
-- engine: duckdb
-- from: 9988527ffdd914609c7f1eb9e2cedf6e7c64087ca9e00c3283856c724f15899b
-- to: 14663efde308800dcb2d30fdaf3c5d96c08a689758d55d9a8f16c90322a5f976
-- plan: ef4e557712d8a118b53baf266a42ce4415906d81c0fc3ad42a8faa0a79613b71

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
