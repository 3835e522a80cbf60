-- drop-unique booking.code_once low
ALTER TABLE booking DROP CONSTRAINT code_once;
-- drop-exclusion booking.no_overlap low
ALTER TABLE booking DROP CONSTRAINT no_overlap;
-- drop-index booking.room_once low
DROP INDEX room_once;
-- alter-column booking.room high
ALTER TABLE booking ALTER COLUMN room TYPE integer USING room::integer;
-- add-unique booking.code_once medium
ALTER TABLE booking ADD CONSTRAINT code_once UNIQUE NULLS NOT DISTINCT (code);
-- add-exclusion booking.no_overlap medium
ALTER TABLE booking ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&);
-- add-index booking.room_once medium
CREATE UNIQUE INDEX room_once ON booking (room) NULLS NOT DISTINCT WHERE (code IS NOT NULL);
