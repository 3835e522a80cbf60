-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- replace-object pos low
ALTER DOMAIN pos DROP DEFAULT;
-- replace-object pos low
ALTER DOMAIN pos DROP NOT NULL;
-- replace-object pos low
ALTER DOMAIN pos DROP CONSTRAINT pos_check;
-- replace-object pos low
ALTER DOMAIN pos ADD CONSTRAINT pos_check CHECK ((VALUE > 0));
-- drop-column t.b high
ALTER TABLE t DROP COLUMN b;
-- drop-object mail medium
DROP DOMAIN mail;
