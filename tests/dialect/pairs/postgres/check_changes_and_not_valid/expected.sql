-- drop-check t.a low
ALTER TABLE t DROP CONSTRAINT a;
-- drop-check t.c low
ALTER TABLE t DROP CONSTRAINT c;
-- add-check t.a medium
ALTER TABLE t ADD CONSTRAINT a CHECK (((n >= 0) AND (n <> 7)));
-- add-check t.c medium
ALTER TABLE t ADD CONSTRAINT c CHECK ((n <> 5));
-- add-check t.d medium
ALTER TABLE t ADD CONSTRAINT d CHECK ((n <> 6));
