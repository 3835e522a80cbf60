-- dbx migration plan
-- engine: duckdb
-- from: 0477354a9519fae451f581941e3262fbc9bc77abfc25e291bd955749fd29245e
-- to: e9d11d7393b98ab6116fe87d1d731ba6fc536cab4a1136e0a833324e920d315f
-- plan: f30fbce5e0ae1ce671b5deb551cf410cf3d57c6ae4f65fe7a8bd3887b8027d87

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
