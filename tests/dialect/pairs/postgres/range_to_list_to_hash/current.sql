CREATE TABLE event (id integer, kind text NOT NULL, at date NOT NULL, PRIMARY KEY (id, at, kind)) PARTITION BY RANGE (at);
CREATE TABLE event_old PARTITION OF event FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
CREATE TABLE event_new PARTITION OF event FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
CREATE INDEX event_kind ON event (kind);
INSERT INTO event VALUES (1, 'a', '2020-01-01'), (2, 'b', '2024-05-05'), (3, 'c', '2030-01-01');
