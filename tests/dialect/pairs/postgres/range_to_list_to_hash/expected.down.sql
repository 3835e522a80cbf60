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
) PARTITION BY RANGE (at);
-- add-table event_new low
CREATE TABLE event_new PARTITION OF event FOR VALUES FROM ('2024-01-01') TO (MAXVALUE);
-- add-table event_old low
CREATE TABLE event_old PARTITION OF event FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
-- restore-rows event medium
INSERT INTO event (id, kind, at) OVERRIDING SYSTEM VALUE SELECT id, kind, at FROM dbx_rows_event;
-- restore-rows event medium
DROP TABLE dbx_rows_event;
-- add-index event.event_kind low
CREATE INDEX event_kind ON event (kind);
