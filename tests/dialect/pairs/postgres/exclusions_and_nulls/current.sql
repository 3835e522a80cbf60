CREATE EXTENSION btree_gist;
CREATE TABLE booking (id integer PRIMARY KEY, room integer, during tsrange, code text, CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&), CONSTRAINT code_once UNIQUE NULLS NOT DISTINCT (code));
CREATE UNIQUE INDEX room_once ON booking (room) NULLS NOT DISTINCT WHERE code IS NOT NULL;
INSERT INTO booking VALUES (1, 1, '[2024-01-01,2024-01-02)', 'a'), (2, 1, '[2024-02-01,2024-02-02)', NULL);
DELETE FROM booking WHERE id = 2;
