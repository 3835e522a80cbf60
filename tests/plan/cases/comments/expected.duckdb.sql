-- dbx migration plan
-- engine: duckdb
-- from: 3cb5c85408cfef84dbb93a912225bf85c941e1178b336753924d5a5d2ee80e51
-- to: f9aae4ce63d85defb2bd9b55e9f0359d345f1a61b5286f01272a8ac1ea018125
-- plan: 008e31363e832cf710e1e85fbfd02db206f82f02e8116e68e99833a6fad25e2c

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
