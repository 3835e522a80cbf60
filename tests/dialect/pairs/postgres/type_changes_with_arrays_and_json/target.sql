CREATE TABLE t (id integer PRIMARY KEY, a integer, b boolean, c bigint[], d jsonb, e timestamptz, f date, g integer, h integer[], i timestamp, j numeric(8,3), k text, l text, m integer DEFAULT 7);
