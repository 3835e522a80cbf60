-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object amount_of(money_amount) medium
DROP FUNCTION amount_of(money_amount);
-- replace-type money_amount high
ALTER TYPE money_amount RENAME TO dbx_old_money_amount;
-- replace-type money_amount high
CREATE TYPE money_amount AS (
  amount numeric(14,4),
  currency character(3),
  rate double precision
);
-- replace-type money_amount high
ALTER TABLE bill ALTER COLUMN total TYPE money_amount USING CASE WHEN total IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((total).amount::numeric(14,4), (total).currency, NULL)::money_amount END;
-- replace-type bill_line high
ALTER TYPE bill_line RENAME TO dbx_old_bill_line;
-- replace-type bill_line high
CREATE TYPE bill_line AS (
  qty bigint,
  price money_amount
);
-- replace-type bill_line high
CREATE FUNCTION pg_temp.dbx_convert(dbx_old_bill_line[]) RETURNS bill_line[] LANGUAGE sql AS 'SELECT CASE WHEN $1 IS NULL THEN NULL ELSE ARRAY(SELECT CASE WHEN item.value IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((item.value).qty::bigint, CASE WHEN (item.value).price IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW(((item.value).price).amount::numeric(14,4), ((item.value).price).currency, NULL)::money_amount END)::bill_line END FROM (SELECT $1[i] AS value FROM generate_subscripts($1, 1) AS i ORDER BY i) AS item) END';
-- replace-type bill_line high
ALTER TABLE bill ALTER COLUMN lines TYPE bill_line[] USING pg_temp.dbx_convert(lines);
-- replace-type bill_line high
ALTER TABLE bill ALTER COLUMN shipping TYPE bill_line USING CASE WHEN shipping IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((shipping).qty::bigint, CASE WHEN (shipping).price IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW(((shipping).price).amount::numeric(14,4), ((shipping).price).currency, NULL)::money_amount END)::bill_line END;
-- replace-type bill_line high
DROP FUNCTION pg_temp.dbx_convert(dbx_old_bill_line[]);
-- replace-type bill_line high
DROP TYPE dbx_old_bill_line;
-- replace-type bill_line high
DROP TYPE dbx_old_money_amount;
-- add-object amount_of(money_amount) low
CREATE OR REPLACE FUNCTION amount_of(money_amount)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
AS $function$select ($1).amount$function$;
