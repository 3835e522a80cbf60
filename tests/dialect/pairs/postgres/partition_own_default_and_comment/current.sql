CREATE TABLE p (id integer, region text, note text DEFAULT 'none') PARTITION BY LIST (region);
CREATE TABLE p_eu PARTITION OF p FOR VALUES IN ('eu');
CREATE TABLE p_us PARTITION OF p FOR VALUES IN ('us');
ALTER TABLE p_eu ALTER COLUMN note SET DEFAULT 'eu';
COMMENT ON COLUMN p_us.note IS 'us ''note''';
INSERT INTO p VALUES (1, 'eu'), (2, 'us');
