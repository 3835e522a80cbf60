-- dbx migration plan.down
-- engine: duckdb
-- from: f9aae4ce63d85defb2bd9b55e9f0359d345f1a61b5286f01272a8ac1ea018125
-- to: 3cb5c85408cfef84dbb93a912225bf85c941e1178b336753924d5a5d2ee80e51
-- plan: 9a41f94ab4db0eb5f6333a7bbcb42c2feb8c58eb23ec57e6041ce7d147f034a2

-- step 1: set-comment dim_company low
COMMENT ON TABLE dim_company IS NULL;

-- step 2: set-comment dim_company.region low
COMMENT ON COLUMN dim_company.region IS NULL;

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
