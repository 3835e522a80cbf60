-- dbx migration plan
-- engine: duckdb
-- from: 0477354a9519fae451f581941e3262fbc9bc77abfc25e291bd955749fd29245e
-- to: 06938499ec70c578fa6a21058596d1663f6563ba8046a4c27dd4f235713afc05
-- plan: f00da9903848fd16b09f71dd6a47e872bc0cb96abc4cf583549a3b64b098c39d

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
