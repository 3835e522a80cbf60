-- dbx migration plan
-- engine: duckdb
-- from: de3c514117c0fbe33987a4adfbaad17da9ef155c4431ab743fc32f1311fb72a2
-- to: e46c90d0f221282ec82004dedd75d58a85beff7ae67618b12c01d8e8fb57b826
-- plan: 32533501c770bedbc24c70f1afb0c7bbb43c59ce8ed7b6f3dc526b716e59b250

-- step 1: set-comment dim_company low
COMMENT ON TABLE dim_company IS 'Who borrows; it''s one row a company';

-- step 2: set-comment dim_company.region low
COMMENT ON COLUMN dim_company.region IS 'where';

-- spec begin
--| version: 1
--| warehouse: contoso_finance
--| entities:
--|   dimensions:
--|     - name: dim_company
--|       description: Who borrows; it's one row a company
--|       surrogate_key: company_key
--|       natural_key: company_id
--|       columns:
--|         - {name: company_id, type: VARCHAR(50), nullable: false}
--|         - {name: region, type: VARCHAR(40), nullable: false, description: where}
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
