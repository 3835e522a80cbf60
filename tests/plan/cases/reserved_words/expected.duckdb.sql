-- dbx migration plan
-- engine: duckdb
-- from: 6fa659c8dd848249ef534d544a6beec7789d2020bdc612086d81acac2146a930
-- to: 024b9e7df0a3689f7cce6f21f741246f4916b12347aea9b7af04d4addcf25662
-- plan: 53f75872c934aa4c4cb8ad88ff6198597ccca3ff2417b4bcd6319acd18ad71f8

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
