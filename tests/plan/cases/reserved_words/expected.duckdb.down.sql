-- dbx migration plan.down
-- engine: duckdb
-- from: 024b9e7df0a3689f7cce6f21f741246f4916b12347aea9b7af04d4addcf25662
-- to: 6fa659c8dd848249ef534d544a6beec7789d2020bdc612086d81acac2146a930
-- plan: efcb0d41761edc723be05a8ab6f5d59194f91f9158a5b17b51e5cde50c2abadf

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
