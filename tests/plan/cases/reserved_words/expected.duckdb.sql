-- dbx migration plan
-- engine: duckdb
-- from: 6fa659c8dd848249ef534d544a6beec7789d2020bdc612086d81acac2146a930
-- to: d5da8d546a919be4fcb0533d7a86c2a8d0e635f99b15a4d9d905118a339808b4
-- plan: 464b26150fda9cc12f1199ca515ea5e28d65323fa12d36cc4ea753bc1670ccfa

-- step 1: add-column select.table low
ALTER TABLE "select" ADD COLUMN "table" INTEGER DEFAULT 1;

-- step 2: add-column select.table low
ALTER TABLE "select" ALTER COLUMN "table" SET NOT NULL;

-- step 3: add-index select.index low
CREATE INDEX index ON "select" ("group", "order");

-- spec begin
--| version: 1
--| warehouse: w
--| entities:
--|   tables:
--|     - name: select
--|       surrogate_key: order
--|       columns:
--|         - {name: group, type: INT}
--|         - {name: table, type: INT, nullable: false, default: 1}
--|       indexes:
--|         - {name: index, columns: [group, order]}
-- spec end
