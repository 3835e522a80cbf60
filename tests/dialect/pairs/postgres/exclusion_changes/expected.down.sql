-- drop-exclusion booking.no_double low
ALTER TABLE booking DROP CONSTRAINT no_double;
-- drop-exclusion shape.shape_c_n_excl low
ALTER TABLE shape DROP CONSTRAINT shape_c_n_excl;
-- alter-column booking.room high
ALTER TABLE booking ALTER COLUMN room TYPE integer USING room::integer;
-- alter-column booking.cancelled low
ALTER TABLE booking ALTER COLUMN cancelled DROP NOT NULL;
-- drop-column shape.n high
ALTER TABLE shape DROP COLUMN n;
-- add-exclusion booking.booking_room_during_excl medium
ALTER TABLE booking ADD CONSTRAINT booking_room_during_excl EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((NOT cancelled));
-- add-exclusion shape.shape_c_excl medium
ALTER TABLE shape ADD CONSTRAINT shape_c_excl EXCLUDE USING gist (c WITH &&);
