-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view film_list low
DROP VIEW film_list;
-- drop-foreign-key film.film_language_id_fkey low
ALTER TABLE film DROP CONSTRAINT film_language_id_fkey;
-- drop-foreign-key film_actor.film_actor_actor_id_fkey low
ALTER TABLE film_actor DROP CONSTRAINT film_actor_actor_id_fkey;
-- drop-foreign-key payment.payment_rental_id_fkey low
ALTER TABLE payment DROP CONSTRAINT payment_rental_id_fkey;
-- drop-foreign-key store.store_manager low
ALTER TABLE store DROP CONSTRAINT store_manager;
-- drop-foreign-key rental.rental_inventory_id_fkey low
ALTER TABLE rental DROP CONSTRAINT rental_inventory_id_fkey;
-- drop-index actor.idx_actor_last low
DROP INDEX idx_actor_last;
-- drop-primary-key film_actor.film_actor_pkey low
ALTER TABLE film_actor DROP CONSTRAINT film_actor_pkey;
-- drop-primary-key payment.payment_pkey low
ALTER TABLE payment DROP CONSTRAINT payment_pkey;
-- drop-index rental.rental_once low
DROP INDEX rental_once;
-- alter-column film.rating low
ALTER TABLE film ALTER COLUMN rating DROP DEFAULT;
-- drop-object group_concat(text) medium
DROP AGGREGATE group_concat(text);
-- drop-object inventory_in_stock(p_inventory_id bigint) medium
DROP FUNCTION inventory_in_stock(p_inventory_id bigint);
-- drop-table payment_q1 high
DROP TABLE payment_q1;
-- replace-enum mpaa_rating high
ALTER TYPE mpaa_rating RENAME TO dbx_old_mpaa_rating;
-- replace-enum mpaa_rating high
CREATE TYPE mpaa_rating AS ENUM ('G', 'PG', 'R');
-- replace-enum mpaa_rating high
ALTER TABLE film ALTER COLUMN rating TYPE mpaa_rating USING rating::text::mpaa_rating;
-- replace-type year high
ALTER TYPE year RENAME TO dbx_old_year;
-- replace-type year high
CREATE DOMAIN year AS integer
  CONSTRAINT year_check CHECK (((VALUE >= 1901) AND (VALUE <= 2155)));
-- replace-type year high
ALTER TABLE film ALTER COLUMN release_year TYPE year USING release_year::integer::year;
-- replace-type year high
DROP DOMAIN dbx_old_year;
-- replace-type year high
DROP TYPE dbx_old_mpaa_rating;
-- replace-object group_sfunc(text, text) low
CREATE OR REPLACE FUNCTION group_sfunc(text, text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT coalesce($1 || ', ', '') || $2 $function$;
-- add-object inventory_in_stock(p_inventory_id integer) low
CREATE OR REPLACE FUNCTION inventory_in_stock(p_inventory_id integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN true; END $function$;
-- add-object group_concat(text) low
CREATE AGGREGATE group_concat(text) (
  SFUNC = group_sfunc,
  STYPE = text
);
-- add-column film.fulltext low
ALTER TABLE film ADD COLUMN fulltext tsvector;
-- alter-column film.language_id high
ALTER TABLE film ALTER COLUMN language_id TYPE smallint USING language_id::smallint;
-- alter-column film.rental_rate high
ALTER TABLE film ALTER COLUMN rental_rate DROP DEFAULT;
-- alter-column film.rental_rate high
ALTER TABLE film ALTER COLUMN rental_rate TYPE numeric(4,2) USING rental_rate::numeric(4,2);
-- alter-column film.rental_rate high
ALTER TABLE film ALTER COLUMN rental_rate SET DEFAULT 4.99;
-- alter-column film.rating low
ALTER TABLE film ALTER COLUMN rating SET DEFAULT 'G'::mpaa_rating;
-- alter-column film.last_update high
ALTER TABLE film ALTER COLUMN last_update DROP DEFAULT;
-- alter-column film.last_update high
ALTER TABLE film ALTER COLUMN last_update TYPE timestamp without time zone USING last_update::timestamp without time zone;
-- alter-column film.last_update high
ALTER TABLE film ALTER COLUMN last_update SET DEFAULT now();
-- alter-column inventory.inventory_id high
ALTER TABLE inventory ALTER COLUMN inventory_id TYPE integer USING inventory_id::integer;
-- alter-column inventory.inventory_id high
ALTER SEQUENCE inventory_inventory_id_seq AS integer;
-- alter-column language.name medium
ALTER TABLE language ALTER COLUMN name TYPE character(20) USING name::character(20);
-- alter-column payment.amount high
ALTER TABLE payment ALTER COLUMN amount TYPE numeric(5,2) USING amount::numeric(5,2);
-- alter-column rental.at high
ALTER TABLE rental ALTER COLUMN at TYPE timestamp without time zone USING at::timestamp without time zone;
-- alter-column rental.inventory_id high
ALTER TABLE rental ALTER COLUMN inventory_id TYPE integer USING inventory_id::integer;
-- drop-column language.code high
ALTER TABLE language DROP COLUMN code;
-- add-primary-key film_actor.film_actor_pkey medium
ALTER TABLE film_actor ADD CONSTRAINT film_actor_pkey PRIMARY KEY (actor_id, film_id);
-- add-index actor.idx_actor_last low
CREATE INDEX idx_actor_last ON actor (last_name);
-- add-index rental.rental_once medium
CREATE UNIQUE INDEX rental_once ON rental (at, inventory_id);
-- add-foreign-key film_actor.film_actor_actor_id_fkey medium
ALTER TABLE film_actor ADD CONSTRAINT film_actor_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor (actor_id) ON UPDATE CASCADE ON DELETE RESTRICT;
-- add-foreign-key payment_p1.payment_p1_fk medium
ALTER TABLE payment_p1 ADD CONSTRAINT payment_p1_fk FOREIGN KEY (rental_id) REFERENCES rental (rental_id);
-- add-foreign-key store.store_manager medium
ALTER TABLE store ADD CONSTRAINT store_manager FOREIGN KEY (manager_id) REFERENCES staff (staff_id) DEFERRABLE INITIALLY DEFERRED;
-- add-foreign-key rental.rental_inventory_id_fkey medium
ALTER TABLE rental ADD CONSTRAINT rental_inventory_id_fkey FOREIGN KEY (inventory_id) REFERENCES inventory (inventory_id);
-- add-view film_list low
CREATE VIEW film_list AS
SELECT f.film_id AS fid,
    f.title,
    group_concat((((a.first_name)::text || ' '::text) || (a.last_name)::text)) AS actors
   FROM ((film f
     LEFT JOIN film_actor fa ON ((fa.film_id = f.film_id)))
     LEFT JOIN actor a ON ((a.actor_id = fa.actor_id)))
  GROUP BY f.film_id, f.title;
-- set-setting staff.picture low
ALTER TABLE staff ALTER COLUMN picture SET STORAGE EXTENDED;
