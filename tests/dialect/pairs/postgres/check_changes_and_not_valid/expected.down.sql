-- drop-check t.a low
ALTER TABLE t DROP CONSTRAINT a;
-- drop-check t.c low
ALTER TABLE t DROP CONSTRAINT c;
-- drop-check t.d low
ALTER TABLE t DROP CONSTRAINT d;
-- add-check t.a medium
ALTER TABLE t ADD CONSTRAINT a CHECK ((n > 0));
-- add-check t.c medium
ALTER TABLE t ADD CONSTRAINT c CHECK ((n <> 5)) NO INHERIT;
