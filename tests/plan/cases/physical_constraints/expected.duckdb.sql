-- dbx migration plan
-- engine: duckdb
-- from: 29f0d05b059fdcebca309246ca8f08b080031b71a0573eb7abd1d6ba188426f5
-- to: dfced2729d55cbb80fe964c2e21b1352aa40787bc3f5cf499a373e209b1fcf7e
-- plan: b4e028b036683589330f739607c69c7ab1130fa26e89753a278d922c24b0599b

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
