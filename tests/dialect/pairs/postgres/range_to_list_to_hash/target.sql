CREATE TABLE event (id integer, kind text NOT NULL, at date NOT NULL, PRIMARY KEY (id, at, kind)) PARTITION BY LIST (kind);
CREATE TABLE event_ab PARTITION OF event FOR VALUES IN ('a', 'b');
CREATE TABLE event_old PARTITION OF event DEFAULT PARTITION BY HASH (id);
CREATE TABLE event_old_0 PARTITION OF event_old FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE event_old_1 PARTITION OF event_old FOR VALUES WITH (modulus 2, remainder 1);
CREATE INDEX event_kind ON event (kind);
