-- dbx migration plan
-- engine: duckdb
-- from: 74387f9bc5cbbdda85cea751c9b8a8010c72b2962c1d3adbce970a50bc58f568
-- to: 98fad1da1c2efd1378ede83bd796c353374910492ec1074ec223e73381b7a5c3
-- plan: d4eeb0531b7b97e2a384dcb5107da5f050c083a2a521fc799c0a2cef0eb36d34

-- step 1: add-table t low
CREATE TABLE t (
  a INTEGER NOT NULL,
  b VARCHAR DEFAULT ('x' || 'y'),
  c TIMESTAMP DEFAULT current_timestamp,
  d BOOLEAN DEFAULT CAST('t' AS BOOLEAN),
  PRIMARY KEY (a),
  CHECK (((a > 0) AND (a < 10))),
  CHECK (((b IN ('q', 'r')) OR (b IS NULL)))
);

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
--|   tables:
--|     - name: t
--|       columns:
--|         - {name: a, type: INT, check: a>0 and a<10}
--|         - {name: b, type: VARCHAR(9), default: "'x'||'y'", check: "b in ('q','r') or b is null"}
--|         - {name: c, type: TIMESTAMP, default: current_timestamp}
--|         - {name: d, type: BOOLEAN, default: true}
--|       primary_key: a
-- spec end
