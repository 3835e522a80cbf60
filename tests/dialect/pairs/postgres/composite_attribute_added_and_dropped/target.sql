CREATE TYPE money_amount AS (amount numeric, currency text, rate double precision);
CREATE TABLE bill (id integer PRIMARY KEY, total money_amount NOT NULL);
CREATE VIEW totals AS SELECT id, (total).amount AS amount FROM bill;
COMMENT ON TYPE money_amount IS 'an "amount"';
