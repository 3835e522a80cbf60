-- dbx migration plan.down
-- engine: duckdb
-- from: 450eb9ab296e32836d93156d0eff8ed7e8d5c3f89e9941e759d9bc990fbd4422
-- to: d3fd7d73fd835b9ddbb9cf7d66857c8f7d727ea631e67c758c69c23710e98393
-- plan: 2270795ff4e1101c99630f1523ff78afcf190a9d258375c2b4fe6b9ec397c444

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
