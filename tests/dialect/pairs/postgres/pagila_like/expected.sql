-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view nice_film low
DROP VIEW nice_film;
-- drop-index film.film_fulltext_idx low
DROP INDEX film_fulltext_idx;
-- drop-index film.idx_title low
DROP INDEX idx_title;
-- add-enum-values mpaa_rating low
ALTER TYPE mpaa_rating ADD VALUE 'X' AFTER 'NC-17';
-- replace-object year low
ALTER DOMAIN year DROP CONSTRAINT year_check;
-- replace-object year low
ALTER DOMAIN year ADD CONSTRAINT year_check CHECK (((VALUE >= 1900) AND (VALUE <= 2200)));
-- replace-object last_updated() low
CREATE OR REPLACE FUNCTION last_updated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin new.last_update = clock_timestamp(); return new; end $function$;
-- add-column film.original_language_id low
ALTER TABLE film ADD COLUMN original_language_id smallint;
-- add-column film.length low
ALTER TABLE film ADD COLUMN length smallint;
-- alter-column customer.email high
ALTER TABLE customer ALTER COLUMN email TYPE character varying(80) USING email::character varying(80);
-- alter-column customer.create_date low
ALTER TABLE customer ALTER COLUMN create_date SET DEFAULT CURRENT_DATE;
-- alter-column film.title medium
ALTER TABLE film ALTER COLUMN title TYPE character varying(300) USING title::character varying(300);
-- alter-column film.rental_rate medium
ALTER TABLE film ALTER COLUMN rental_rate DROP DEFAULT;
-- alter-column film.rental_rate medium
ALTER TABLE film ALTER COLUMN rental_rate TYPE numeric(6,2) USING rental_rate::numeric(6,2);
-- alter-column film.rental_rate medium
ALTER TABLE film ALTER COLUMN rental_rate SET DEFAULT 4.99;
-- alter-column language.name medium
ALTER TABLE language ALTER COLUMN name TYPE character varying(30) USING name::character varying(30);
-- alter-column language.last_update high
ALTER TABLE language ALTER COLUMN last_update DROP DEFAULT;
-- alter-column language.last_update high
ALTER TABLE language ALTER COLUMN last_update TYPE timestamp with time zone USING last_update::timestamp with time zone;
-- alter-column language.last_update high
ALTER TABLE language ALTER COLUMN last_update SET DEFAULT now();
-- alter-column payment.amount medium
ALTER TABLE payment ALTER COLUMN amount TYPE numeric(7,2) USING amount::numeric(7,2);
-- add-table payment_p2 low
CREATE TABLE payment_p2 PARTITION OF payment FOR VALUES FROM ('2022-02-01 00:00:00+00') TO ('2022-03-01 00:00:00+00');
-- add-index film.film_fulltext_idx low
CREATE INDEX film_fulltext_idx ON film USING gin (fulltext);
-- add-index film.idx_title low
CREATE INDEX idx_title ON film (title, film_id);
-- add-index payment.payment_customer_id_idx low
CREATE INDEX payment_customer_id_idx ON payment (customer_id);
-- add-foreign-key film.film_language_id_fkey medium
ALTER TABLE film ADD CONSTRAINT film_language_id_fkey FOREIGN KEY (language_id) REFERENCES language (language_id);
-- add-foreign-key film.film_original_language_id_fkey medium
ALTER TABLE film ADD CONSTRAINT film_original_language_id_fkey FOREIGN KEY (original_language_id) REFERENCES language (language_id);
-- add-view nice_film low
CREATE VIEW nice_film AS
SELECT film.title,
    language.name,
    film.length
   FROM (film
     JOIN language ON ((film.language_id = language.language_id)));
-- add-view rental_by_category low
CREATE MATERIALIZED VIEW rental_by_category AS
SELECT film.rating,
    count(*) AS n
   FROM film
  GROUP BY film.rating;
-- add-index rental_by_category.rental_category medium
CREATE UNIQUE INDEX rental_category ON rental_by_category (rating);
-- add-object language.last_updated low
CREATE TRIGGER last_updated BEFORE UPDATE ON language FOR EACH ROW EXECUTE FUNCTION last_updated();
-- drop-object group_concat_state(text, text) medium
DROP FUNCTION group_concat_state(text, text);
