-- dbx migration plan.down
-- engine: duckdb
-- from: 250439bde6f3f613700e0f993ad6cf748d27043f43fe2411c07b055797e1fa09
-- to: 3cb5c85408cfef84dbb93a912225bf85c941e1178b336753924d5a5d2ee80e51
-- plan: 85877cc93c0c74acd78caa2295e445f9f751f9cb7491b175e5701050d3f79d8a

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
