-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- replace-object pos low
ALTER DOMAIN pos DROP CONSTRAINT pos_check;
-- replace-object pos low
ALTER DOMAIN pos SET DEFAULT 1;
-- replace-object pos low
ALTER DOMAIN pos SET NOT NULL;
-- replace-object pos low
ALTER DOMAIN pos ADD CONSTRAINT pos_check CHECK ((VALUE >= 0));
-- add-object mail low
CREATE DOMAIN mail AS text
  CONSTRAINT mail_check CHECK ((VALUE ~~ '%@%'::text));
-- add-column t.b low
ALTER TABLE t ADD COLUMN b mail;
