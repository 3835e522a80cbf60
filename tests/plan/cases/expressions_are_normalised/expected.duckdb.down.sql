-- dbx migration plan.down
-- engine: duckdb
-- from: b0459d17a96e1c025a30c867a3157e0c31237e9f38b70ff00e69ee0f5920c9c6
-- to: 29f0d05b059fdcebca309246ca8f08b080031b71a0573eb7abd1d6ba188426f5
-- plan: 911f609de7f458527e457ddb6d3dbcafd23a602a57af0371ee59c6d862691c77

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
