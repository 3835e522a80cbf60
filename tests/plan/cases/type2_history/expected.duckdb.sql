-- dbx migration plan
-- engine: duckdb
-- from: 14663efde308800dcb2d30fdaf3c5d96c08a689758d55d9a8f16c90322a5f976
-- to: 7f0593b5e4f88656ff0f9f355c893bc42dcfabd33d97c683db7d39fa6b66c56d
-- plan: 76f03e5ba722687f9bd96dd80f299baa2e73b07ddb0b6c7959a6e2fbf5ebd8f3

-- step 1: rebuild-table dim_company low
CREATE TABLE dbx_rebuild_dim_company (
  company_key INTEGER DEFAULT nextval('dim_company_company_key_seq') NOT NULL,
  company_id VARCHAR NOT NULL,
  region VARCHAR NOT NULL,
  industry VARCHAR,
  valid_from DATE NOT NULL,
  valid_to DATE,
  is_current BOOLEAN NOT NULL,
  PRIMARY KEY (company_key)
);

-- step 2: rebuild-table dim_company low
INSERT INTO dbx_rebuild_dim_company (company_key, company_id, region, industry) SELECT company_key, company_id, region, industry FROM dim_company;

-- step 3: rebuild-table dim_company medium
DROP TABLE dim_company;

-- step 4: rebuild-table dim_company low
ALTER TABLE dbx_rebuild_dim_company RENAME TO dim_company;

-- step 5: rebuild-table dim_company low
CREATE INDEX ix_dim_company_region ON dim_company (region);

-- step 6: rebuild-table dim_company low
CREATE UNIQUE INDEX uq_dim_company_company_id_valid_from ON dim_company (company_id, valid_from);

-- spec begin
--| version: 1
--| warehouse: contoso_finance
--| entities:
--|   dimensions:
--|     - name: dim_company
--|       surrogate_key: company_key
--|       natural_key: company_id
--|       history: type2
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
