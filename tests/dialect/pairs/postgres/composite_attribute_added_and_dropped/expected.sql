-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- replace-object money_amount low
ALTER TYPE money_amount DROP ATTRIBUTE note;
-- replace-object money_amount low
ALTER TYPE money_amount ADD ATTRIBUTE rate double precision;
