-- save-rows event medium
CREATE TABLE dbx_rows_event AS TABLE event;
-- drop-table event medium
DROP TABLE event;
-- add-table event low
CREATE TABLE event (
  id integer NOT NULL,
  kind text NOT NULL,
  at date NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (id, at, kind)
) PARTITION BY LIST (kind);
-- add-table event_ab low
CREATE TABLE event_ab PARTITION OF event FOR VALUES IN ('a', 'b');
-- add-table event_old low
CREATE TABLE event_old PARTITION OF event DEFAULT PARTITION BY HASH (id);
-- add-table event_old_0 low
CREATE TABLE event_old_0 PARTITION OF event_old FOR VALUES WITH (modulus 2, remainder 0);
-- add-table event_old_1 low
CREATE TABLE event_old_1 PARTITION OF event_old FOR VALUES WITH (modulus 2, remainder 1);
-- restore-rows event medium
INSERT INTO event (id, kind, at) OVERRIDING SYSTEM VALUE SELECT id, kind, at FROM dbx_rows_event;
-- restore-rows event medium
DROP TABLE dbx_rows_event;
-- add-index event.event_kind low
CREATE INDEX event_kind ON event (kind);
