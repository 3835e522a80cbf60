-- dbx migration plan
-- engine: duckdb
-- from: 14663efde308800dcb2d30fdaf3c5d96c08a689758d55d9a8f16c90322a5f976
-- to: 9988527ffdd914609c7f1eb9e2cedf6e7c64087ca9e00c3283856c724f15899b
-- plan: 892fd7ebaaf01e759cb95a45397a19980da12372a857cae8f31c775d0ea0fc06

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
