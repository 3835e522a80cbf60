-- dbx migration plan
-- engine: duckdb
-- from: 3cb5c85408cfef84dbb93a912225bf85c941e1178b336753924d5a5d2ee80e51
-- to: 250439bde6f3f613700e0f993ad6cf748d27043f43fe2411c07b055797e1fa09
-- plan: f765b93c2bf5bdb36cf8f2f6512fdfc2fdd37dc119709478740a95d929a8b381

-- step 1: add-table dim_loan low
CREATE SEQUENCE dim_loan_loan_key_seq;

-- step 2: add-table dim_loan low
CREATE TABLE dim_loan (
  loan_key INTEGER DEFAULT nextval('dim_loan_loan_key_seq') NOT NULL,
  bank VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (loan_key)
);

-- step 3: add-table fact_balances low
CREATE TABLE fact_balances (
  loan_key INTEGER NOT NULL,
  date_key INTEGER NOT NULL,
  balance DECIMAL(18,2),
  CHECK ((balance >= 0))
);

-- step 4: add-index dim_loan.uq_dim_loan_bank_number medium
CREATE UNIQUE INDEX uq_dim_loan_bank_number ON dim_loan (bank, number);

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
--|     - name: dim_loan
--|       surrogate_key: loan_key
--|       natural_key: [bank, number]
--|       columns:
--|         - {name: bank, type: VARCHAR(8), nullable: false}
--|         - {name: number, type: INT, nullable: false}
--|   facts:
--|     - name: fact_balances
--|       type: periodic_snapshot
--|       grain: one row per loan and date
--|       grain_columns: [loan_key, date_key]
--|       foreign_keys:
--|         - {column: loan_key, references: dim_loan(loan_key)}
--|         - {column: date_key, references: dim_date(date_key)}
--|       measures:
--|         - {name: balance, type: "DECIMAL(18,2)", check: balance >= 0, additivity: semi_additive}
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
