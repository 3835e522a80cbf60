-- dbx migration plan
-- engine: duckdb
-- from: 3cb5c85408cfef84dbb93a912225bf85c941e1178b336753924d5a5d2ee80e51
-- to: 991599916fbd5449ae1ab02c76f76ffdaac27393214984ff70017d509fb03dc2
-- plan: f2c30d8e450a1c24f33d5b8bf984815a7917ee87661572ba9cf907d0008c0ffa

-- step 1: drop-index dim_company.ix_dim_company_region low
DROP INDEX ix_dim_company_region;

-- step 2: add-index dim_company.ix_dim_company_industry low
CREATE INDEX ix_dim_company_industry ON dim_company (industry, region);

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
--|         - {name: ix_dim_company_industry, columns: [industry, region]}
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
