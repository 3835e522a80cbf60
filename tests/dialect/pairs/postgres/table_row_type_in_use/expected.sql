-- add-column path.stop low
ALTER TABLE path ADD COLUMN stop point2;
-- add-column point2.z low
ALTER TABLE point2 ADD COLUMN z integer;
