-- dbx migration plan
-- engine: duckdb
-- from: de3c514117c0fbe33987a4adfbaad17da9ef155c4431ab743fc32f1311fb72a2
-- to: 8e340c5006edee6325fa3c654dced608dd94a90ec11b7d1c92b50250946e4742
-- plan: 515312461286725abb5fc99bce08aa0189787c715434b89385ac3704ecfe839b

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
