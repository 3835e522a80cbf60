-- drop-column path.stop high
ALTER TABLE path DROP COLUMN stop;
-- drop-column point2.z high
ALTER TABLE point2 DROP COLUMN z;
