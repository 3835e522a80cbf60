-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object amount_of(money_amount) medium
DROP FUNCTION amount_of(money_amount);
-- replace-type money_amount high
ALTER TYPE money_amount RENAME TO dbx_old_money_amount;
-- replace-type money_amount high
CREATE TYPE money_amount AS (
  amount numeric(10,2),
  currency character(3)
);
-- replace-type money_amount high
ALTER TABLE bill ALTER COLUMN total TYPE money_amount USING CASE WHEN total IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((total).amount::numeric(10,2), (total).currency)::money_amount END;
-- replace-type bill_line high
ALTER TYPE bill_line RENAME TO dbx_old_bill_line;
-- replace-type bill_line high
CREATE TYPE bill_line AS (
  qty integer,
  price money_amount
);
-- replace-type bill_line high
CREATE FUNCTION pg_temp.dbx_convert(dbx_old_bill_line[]) RETURNS bill_line[] LANGUAGE sql AS 'SELECT CASE WHEN $1 IS NULL THEN NULL ELSE ARRAY(SELECT CASE WHEN item.value IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((item.value).qty::integer, CASE WHEN (item.value).price IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW(((item.value).price).amount::numeric(10,2), ((item.value).price).currency)::money_amount END)::bill_line END FROM (SELECT $1[i] AS value FROM generate_subscripts($1, 1) AS i ORDER BY i) AS item) END';
-- replace-type bill_line high
ALTER TABLE bill ALTER COLUMN lines TYPE bill_line[] USING pg_temp.dbx_convert(lines);
-- replace-type bill_line high
ALTER TABLE bill ALTER COLUMN shipping TYPE bill_line USING CASE WHEN shipping IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((shipping).qty::integer, CASE WHEN (shipping).price IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW(((shipping).price).amount::numeric(10,2), ((shipping).price).currency)::money_amount END)::bill_line END;
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
