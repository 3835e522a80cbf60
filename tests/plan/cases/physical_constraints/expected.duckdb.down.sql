-- dbx migration plan.down
-- engine: duckdb
-- from: dfced2729d55cbb80fe964c2e21b1352aa40787bc3f5cf499a373e209b1fcf7e
-- to: 29f0d05b059fdcebca309246ca8f08b080031b71a0573eb7abd1d6ba188426f5
-- plan: 33f11a0ae9febd41037037ee57e50b79714b6a025a2f0f043f531094a2d5393d

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
