-- dbx migration plan.down
-- engine: duckdb
-- from: 7f0593b5e4f88656ff0f9f355c893bc42dcfabd33d97c683db7d39fa6b66c56d
-- to: 14663efde308800dcb2d30fdaf3c5d96c08a689758d55d9a8f16c90322a5f976
-- plan: 295cbf14925a8fa5a1e9b8dd8f0c7102298f26d16f127a97e0b8307c2b077e58

-- step 1: rebuild-table dim_company low
CREATE TABLE dbx_rebuild_dim_company (
  company_key INTEGER DEFAULT nextval('dim_company_company_key_seq') NOT NULL,
  company_id VARCHAR NOT NULL,
  region VARCHAR NOT NULL,
  industry VARCHAR,
  PRIMARY KEY (company_key)
);

-- step 2: rebuild-table dim_company low
INSERT INTO dbx_rebuild_dim_company (company_key, company_id, region, industry) SELECT company_key, company_id, region, industry FROM dim_company;

-- step 3: rebuild-table dim_company high
DROP TABLE dim_company;

-- step 4: rebuild-table dim_company low
ALTER TABLE dbx_rebuild_dim_company RENAME TO dim_company;

-- step 5: rebuild-table dim_company low
CREATE INDEX ix_dim_company_region ON dim_company (region);

-- step 6: rebuild-table dim_company low
CREATE UNIQUE INDEX uq_dim_company_company_id ON dim_company (company_id);

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
