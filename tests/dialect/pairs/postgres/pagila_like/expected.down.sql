-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object language.last_updated medium
DROP TRIGGER last_updated ON language;
-- drop-view rental_by_category low
DROP MATERIALIZED VIEW rental_by_category;
-- drop-view nice_film low
DROP VIEW nice_film;
-- drop-foreign-key film.film_language_id_fkey low
ALTER TABLE film DROP CONSTRAINT film_language_id_fkey;
-- drop-foreign-key film.film_original_language_id_fkey low
ALTER TABLE film DROP CONSTRAINT film_original_language_id_fkey;
-- drop-index film.film_fulltext_idx low
DROP INDEX film_fulltext_idx;
-- drop-index film.idx_title low
DROP INDEX idx_title;
-- drop-index payment.payment_customer_id_idx low
DROP INDEX payment_customer_id_idx;
-- alter-column film.rating low
ALTER TABLE film ALTER COLUMN rating DROP DEFAULT;
-- drop-table payment_p2 high
DROP TABLE payment_p2;
-- replace-enum mpaa_rating high
ALTER TYPE mpaa_rating RENAME TO dbx_old_mpaa_rating;
-- replace-enum mpaa_rating high
CREATE TYPE mpaa_rating AS ENUM ('G', 'PG', 'PG-13', 'R', 'NC-17');
-- replace-enum mpaa_rating high
ALTER TABLE film ALTER COLUMN rating TYPE mpaa_rating USING rating::text::mpaa_rating;
-- replace-enum mpaa_rating high
DROP TYPE dbx_old_mpaa_rating;
-- replace-object year low
ALTER DOMAIN year DROP CONSTRAINT year_check;
-- replace-object year low
ALTER DOMAIN year ADD CONSTRAINT year_check CHECK (((VALUE >= 1901) AND (VALUE <= 2155)));
-- add-object group_concat_state(text, text) low
CREATE OR REPLACE FUNCTION group_concat_state(text, text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select case when $2 is null then $1 when $1 is null then $2 else $1 || ', ' || $2 end $function$;
-- replace-object last_updated() low
CREATE OR REPLACE FUNCTION last_updated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin new.last_update = current_timestamp; return new; end $function$;
-- alter-column customer.email medium
ALTER TABLE customer ALTER COLUMN email TYPE text USING email::text;
-- alter-column customer.create_date low
ALTER TABLE customer ALTER COLUMN create_date SET DEFAULT ('now'::text)::date;
-- alter-column film.title high
ALTER TABLE film ALTER COLUMN title TYPE character varying(255) USING title::character varying(255);
-- alter-column film.rental_rate high
ALTER TABLE film ALTER COLUMN rental_rate DROP DEFAULT;
-- alter-column film.rental_rate high
ALTER TABLE film ALTER COLUMN rental_rate TYPE numeric(4,2) USING rental_rate::numeric(4,2);
-- alter-column film.rental_rate high
ALTER TABLE film ALTER COLUMN rental_rate SET DEFAULT 4.99;
-- alter-column film.rating low
ALTER TABLE film ALTER COLUMN rating SET DEFAULT 'G'::mpaa_rating;
-- alter-column language.name high
ALTER TABLE language ALTER COLUMN name TYPE character(20) USING name::character(20);
-- alter-column language.last_update high
ALTER TABLE language ALTER COLUMN last_update DROP DEFAULT;
-- alter-column language.last_update high
ALTER TABLE language ALTER COLUMN last_update TYPE timestamp without time zone USING last_update::timestamp without time zone;
-- alter-column language.last_update high
ALTER TABLE language ALTER COLUMN last_update SET DEFAULT now();
-- alter-column payment.amount high
ALTER TABLE payment ALTER COLUMN amount TYPE numeric(5,2) USING amount::numeric(5,2);
-- drop-column film.original_language_id high
ALTER TABLE film DROP COLUMN original_language_id;
-- drop-column film.length high
ALTER TABLE film DROP COLUMN length;
-- add-index film.film_fulltext_idx low
CREATE INDEX film_fulltext_idx ON film USING gist (fulltext);
-- add-index film.idx_title low
CREATE INDEX idx_title ON film (title);
-- add-view nice_film low
CREATE VIEW nice_film AS
SELECT film.title,
    language.name
   FROM (film
     JOIN language ON ((film.language_id = language.language_id)));
