-- drop-exclusion booking.booking_room_during_excl low
ALTER TABLE booking DROP CONSTRAINT booking_room_during_excl;
-- drop-exclusion shape.shape_c_excl low
ALTER TABLE shape DROP CONSTRAINT shape_c_excl;
-- add-column shape.n low
ALTER TABLE shape ADD COLUMN n integer;
-- alter-column booking.room medium
ALTER TABLE booking ALTER COLUMN room TYPE text USING room::text;
-- alter-column booking.cancelled medium
UPDATE booking SET cancelled = false WHERE cancelled IS NULL;
-- alter-column booking.cancelled medium
ALTER TABLE booking ALTER COLUMN cancelled SET NOT NULL;
-- add-exclusion booking.no_double medium
ALTER TABLE booking ADD CONSTRAINT no_double EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((cancelled = false)) DEFERRABLE INITIALLY DEFERRED;
-- add-exclusion shape.shape_c_n_excl medium
ALTER TABLE shape ADD CONSTRAINT shape_c_n_excl EXCLUDE USING gist (c WITH &&, n WITH <>);
