CREATE EXTENSION btree_gist;
CREATE TABLE booking (id integer PRIMARY KEY, room bigint, during tsrange, code text, CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (code <> 'x') DEFERRABLE INITIALLY DEFERRED, CONSTRAINT code_once UNIQUE (code) DEFERRABLE);
CREATE UNIQUE INDEX room_once ON booking (room DESC NULLS LAST) INCLUDE (code) WITH (fillfactor = 60);
