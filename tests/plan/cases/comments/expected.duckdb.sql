-- dbx migration plan
-- engine: duckdb
-- from: 14663efde308800dcb2d30fdaf3c5d96c08a689758d55d9a8f16c90322a5f976
-- to: cb9182626bfa2af77a8701fd969c51968d013eed549ed8f7819517502a73f1fb
-- plan: 4f5246c0c9005b5ff4ffcb1a8ab43f184bc336dede87c4904f48638238371da0

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
