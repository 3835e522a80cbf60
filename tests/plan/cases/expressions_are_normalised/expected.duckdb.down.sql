-- dbx migration plan.down
-- engine: duckdb
-- from: e9d11d7393b98ab6116fe87d1d731ba6fc536cab4a1136e0a833324e920d315f
-- to: 0477354a9519fae451f581941e3262fbc9bc77abfc25e291bd955749fd29245e
-- plan: 719d905d79e6bd90631ac49a738d426ba50d42e56a0ae704205b6f481df99354

-- step 1: drop-table t high
DROP TABLE t;

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
