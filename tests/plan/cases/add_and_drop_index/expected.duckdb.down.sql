-- dbx migration plan.down
-- engine: duckdb
-- from: 3f06d330463ae7d92803befdd451cff0607c3da3dfec83b6ab95646a30e8e583
-- to: de3c514117c0fbe33987a4adfbaad17da9ef155c4431ab743fc32f1311fb72a2
-- plan: 9ff42bc8cf974e25cd963f89d01caede0bc8a8e3dadf1d08970e4d84ae445cb3

-- step 1: drop-index dim_company.ix_dim_company_industry low
DROP INDEX ix_dim_company_industry;

-- step 2: add-index dim_company.ix_dim_company_region low
CREATE INDEX ix_dim_company_region ON dim_company (region);

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
