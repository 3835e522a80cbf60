-- dbx migration plan
-- engine: duckdb
-- from: 29f0d05b059fdcebca309246ca8f08b080031b71a0573eb7abd1d6ba188426f5
-- to: b0459d17a96e1c025a30c867a3157e0c31237e9f38b70ff00e69ee0f5920c9c6
-- plan: bcc5a6a10d344049a9ce520f97a07591f2c4eb99f3551cd4c76a003f17d5fb2e

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
