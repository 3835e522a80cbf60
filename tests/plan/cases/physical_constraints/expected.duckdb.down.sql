-- dbx migration plan.down
-- engine: duckdb
-- from: 06938499ec70c578fa6a21058596d1663f6563ba8046a4c27dd4f235713afc05
-- to: 0477354a9519fae451f581941e3262fbc9bc77abfc25e291bd955749fd29245e
-- plan: b6a461ddafdbb8d5c3030f8a492b2c6e2011ee86a0c0676b5b69dbb1f6919d8a

-- step 1: drop-table fact_x high
DROP TABLE fact_x;

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
-- spec end
