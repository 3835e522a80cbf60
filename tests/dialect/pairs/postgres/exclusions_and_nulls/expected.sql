-- drop-unique booking.code_once low
ALTER TABLE booking DROP CONSTRAINT code_once;
-- drop-exclusion booking.no_overlap low
ALTER TABLE booking DROP CONSTRAINT no_overlap;
-- drop-index booking.room_once low
DROP INDEX room_once;
-- alter-column booking.room medium
ALTER TABLE booking ALTER COLUMN room TYPE bigint USING room::bigint;
-- add-unique booking.code_once medium
ALTER TABLE booking ADD CONSTRAINT code_once UNIQUE (code) DEFERRABLE;
-- add-exclusion booking.no_overlap medium
ALTER TABLE booking ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((code <> 'x'::text)) DEFERRABLE INITIALLY DEFERRED;
-- add-index booking.room_once medium
CREATE UNIQUE INDEX room_once ON booking (room DESC NULLS LAST) INCLUDE (code) WITH (fillfactor=60);
