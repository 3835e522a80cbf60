-- dbx migration plan.down
-- engine: duckdb
-- from: d5da8d546a919be4fcb0533d7a86c2a8d0e635f99b15a4d9d905118a339808b4
-- to: 6fa659c8dd848249ef534d544a6beec7789d2020bdc612086d81acac2146a930
-- plan: b9ea9830dbf0a26f891b914fdf1ae59076cffe23a5bc742887d9fb14540845fd

-- step 1: rebuild-table select low
CREATE TABLE dbx_rebuild_select (
  "order" INTEGER DEFAULT nextval('select_order_seq') NOT NULL,
  "group" INTEGER,
  PRIMARY KEY ("order")
);

-- step 2: rebuild-table select low
INSERT INTO dbx_rebuild_select ("order", "group") SELECT "order", "group" FROM "select";

-- step 3: rebuild-table select high
DROP TABLE "select";

-- step 4: rebuild-table select low
ALTER TABLE dbx_rebuild_select RENAME TO "select";

-- spec begin
--| version: 1
--| warehouse: w
--| entities:
--|   tables:
--|     - {name: select, surrogate_key: order, columns: [{name: group, type: INT}]}
-- spec end
