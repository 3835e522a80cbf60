-- dbx migration plan
-- engine: duckdb
-- from: 74387f9bc5cbbdda85cea751c9b8a8010c72b2962c1d3adbce970a50bc58f568
-- to: 25d43337275ce2a63d5db95577552b5402f794586543f972009373a45f6341ae
-- plan: b5fa76169bc04f9b1dcf079cf533ce77090575ae9204da3556ac9fc3533a2ddd

-- step 1: add-table fact_x low
CREATE TABLE fact_x (
  kept_key INTEGER NOT NULL,
  id INTEGER NOT NULL,
  amount DECIMAL(18,2),
  FOREIGN KEY (kept_key) REFERENCES dim_kept (kept_key)
);

-- step 2: add-index fact_x.uq_fact_x_id medium
CREATE UNIQUE INDEX uq_fact_x_id ON fact_x (id);

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
--|   facts:
--|     - name: fact_x
--|       grain: id
--|       foreign_keys:
--|         - {column: kept_key, references: dim_kept(kept_key)}
--|       measures:
--|         - {name: amount, type: "DECIMAL(18,2)"}
--|       columns:
--|         - {name: id, type: INT, nullable: false}
--|       constraints: physical
-- spec end
