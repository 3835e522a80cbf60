-- dbx migration plan.down
-- engine: duckdb
-- from: 25d43337275ce2a63d5db95577552b5402f794586543f972009373a45f6341ae
-- to: 74387f9bc5cbbdda85cea751c9b8a8010c72b2962c1d3adbce970a50bc58f568
-- plan: b87b459f8da796438956b54d46584ff9ee4b62885c104be9fc1adddea6f8f2ad

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
