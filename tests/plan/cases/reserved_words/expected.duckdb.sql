-- dbx migration plan
-- engine: duckdb
-- from: d3fd7d73fd835b9ddbb9cf7d66857c8f7d727ea631e67c758c69c23710e98393
-- to: 450eb9ab296e32836d93156d0eff8ed7e8d5c3f89e9941e759d9bc990fbd4422
-- plan: 2ee9aff8f448bc9b59b3e037a2a1ce96af41ea39355feed943da3b208fde4eaa

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
