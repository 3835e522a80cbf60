-- dbx migration plan.down
-- engine: duckdb
-- from: 98fad1da1c2efd1378ede83bd796c353374910492ec1074ec223e73381b7a5c3
-- to: 74387f9bc5cbbdda85cea751c9b8a8010c72b2962c1d3adbce970a50bc58f568
-- plan: 81a75c89ccbe30dc08ec425a589e04ce209ccfade43019ce8e22cd0a3446ba91

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
