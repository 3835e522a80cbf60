-- dbx migration plan.down
-- engine: duckdb
-- from: 0477354a9519fae451f581941e3262fbc9bc77abfc25e291bd955749fd29245e
-- to: 7f92d1ee13918ee67cf4a34ff3501ca9a0e71046139b381bc051a7642682189b
-- plan: 6dc563778159d31243a76cfb98381144f3b0a798c1b85068860edd7057c68bd5

-- step 1: add-table dim_company low
CREATE SEQUENCE dim_company_company_key_seq;

-- step 2: add-table dim_company low
CREATE TABLE dim_company (
  company_key INTEGER DEFAULT nextval('dim_company_company_key_seq') NOT NULL,
  company_id VARCHAR NOT NULL,
  region VARCHAR NOT NULL,
  industry VARCHAR,
  PRIMARY KEY (company_key)
);

-- step 3: add-table dim_date low
CREATE TABLE dim_date (
  date_key INTEGER NOT NULL,
  calendar_date DATE NOT NULL,
  PRIMARY KEY (date_key)
);

-- step 4: add-table fact_loan_payments low
CREATE TABLE fact_loan_payments (
  company_key INTEGER NOT NULL,
  date_key INTEGER NOT NULL,
  loan_id VARCHAR NOT NULL,
  payment_date DATE NOT NULL,
  principal_paid DECIMAL(18,2),
  interest_paid DECIMAL(18,2)
);

-- step 5: add-index dim_company.ix_dim_company_region low
CREATE INDEX ix_dim_company_region ON dim_company (region);

-- step 6: add-index dim_company.uq_dim_company_company_id medium
CREATE UNIQUE INDEX uq_dim_company_company_id ON dim_company (company_id);

-- spec begin
--| version: 1
--| warehouse: w
--| entities:
--|   dimensions:
--|     - name: dim_kept
--|       surrogate_key: kept_key
--|       natural_key: kept_id
--|       columns:
--|         - {name: kept_id, type: INT, nullable: false}
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
