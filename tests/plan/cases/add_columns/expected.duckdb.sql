-- dbx migration plan
-- engine: duckdb
-- from: 14663efde308800dcb2d30fdaf3c5d96c08a689758d55d9a8f16c90322a5f976
-- to: a2419f5a1824bbdb14fb6f73c75ddcbb181ef631c3651c17a053cbe37fe3c836
-- plan: 65f75b56445e358d1ca4a9de5574dd0b2d366522331466b9ab689172c55656b5

-- step 1: rebuild-table dim_company low
CREATE TABLE dbx_rebuild_dim_company (
  company_key INTEGER DEFAULT nextval('dim_company_company_key_seq') NOT NULL,
  company_id VARCHAR NOT NULL,
  region VARCHAR NOT NULL,
  industry VARCHAR,
  rating INTEGER DEFAULT 3,
  tier VARCHAR DEFAULT 'gold' NOT NULL,
  PRIMARY KEY (company_key)
);

-- step 2: rebuild-table dim_company low
INSERT INTO dbx_rebuild_dim_company (company_key, company_id, region, industry) SELECT company_key, company_id, region, industry FROM dim_company;

-- step 3: rebuild-table dim_company low
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
--|         - {name: rating, type: INT, default: 3}
--|         - {name: tier, type: VARCHAR(10), nullable: false, default: "'gold'"}
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
