CREATE TYPE money_amount AS (amount numeric, currency text, note text);
CREATE TABLE bill (id integer PRIMARY KEY, total money_amount NOT NULL);
CREATE VIEW totals AS SELECT id, (total).amount AS amount FROM bill;
INSERT INTO bill VALUES (1, ROW(10.5, 'EUR', 'n')), (2, ROW(20, 'USD', NULL));
COMMENT ON TYPE money_amount IS 'an "amount"';
