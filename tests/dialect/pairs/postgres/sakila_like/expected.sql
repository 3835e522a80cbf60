-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view film_list low
DROP VIEW film_list;
-- drop-foreign-key film_actor.film_actor_actor_id_fkey low
ALTER TABLE film_actor DROP CONSTRAINT film_actor_actor_id_fkey;
-- drop-foreign-key payment_p1.payment_p1_fk low
ALTER TABLE payment_p1 DROP CONSTRAINT payment_p1_fk;
-- drop-foreign-key store.store_manager low
ALTER TABLE store DROP CONSTRAINT store_manager;
-- drop-foreign-key rental.rental_inventory_id_fkey low
ALTER TABLE rental DROP CONSTRAINT rental_inventory_id_fkey;
-- drop-index actor.idx_actor_last low
DROP INDEX idx_actor_last;
-- drop-primary-key film_actor.film_actor_pkey low
ALTER TABLE film_actor DROP CONSTRAINT film_actor_pkey;
-- drop-index rental.rental_once low
DROP INDEX rental_once;
-- alter-column film.rating low
ALTER TABLE film ALTER COLUMN rating DROP DEFAULT;
-- drop-object group_concat(text) medium
DROP AGGREGATE group_concat(text);
-- drop-object inventory_in_stock(p_inventory_id integer) medium
DROP FUNCTION inventory_in_stock(p_inventory_id integer);
-- replace-enum mpaa_rating medium
ALTER TYPE mpaa_rating RENAME TO dbx_old_mpaa_rating;
-- replace-enum mpaa_rating medium
CREATE TYPE mpaa_rating AS ENUM ('G', 'PG', 'PG-13', 'R', 'NC-17');
-- replace-enum mpaa_rating medium
ALTER TABLE film ALTER COLUMN rating TYPE mpaa_rating USING rating::text::mpaa_rating;
-- replace-type year high
ALTER TYPE year RENAME TO dbx_old_year;
-- replace-type year high
CREATE DOMAIN year AS smallint
  CONSTRAINT year_check CHECK ((VALUE >= 1901));
-- replace-type year high
ALTER TABLE film ALTER COLUMN release_year TYPE year USING release_year::smallint::year;
-- replace-type year high
DROP DOMAIN dbx_old_year;
-- replace-type year high
DROP TYPE dbx_old_mpaa_rating;
-- replace-object group_sfunc(text, text) low
CREATE OR REPLACE FUNCTION group_sfunc(text, text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT coalesce($1 || '; ', '') || $2 $function$;
-- add-object inventory_in_stock(p_inventory_id bigint) low
CREATE OR REPLACE FUNCTION inventory_in_stock(p_inventory_id bigint)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN false; END $function$;
-- add-object group_concat(text) low
CREATE AGGREGATE group_concat(text) (
  SFUNC = group_sfunc,
  STYPE = text,
  INITCOND = ''
);
-- add-column language.code low
ALTER TABLE language ADD COLUMN code character(2);
-- alter-column film.language_id medium
ALTER TABLE film ALTER COLUMN language_id TYPE integer USING language_id::integer;
-- alter-column film.rental_rate medium
ALTER TABLE film ALTER COLUMN rental_rate DROP DEFAULT;
-- alter-column film.rental_rate medium
ALTER TABLE film ALTER COLUMN rental_rate TYPE numeric(6,2) USING rental_rate::numeric(6,2);
-- alter-column film.rental_rate medium
ALTER TABLE film ALTER COLUMN rental_rate SET DEFAULT 4.99;
-- alter-column film.rating low
ALTER TABLE film ALTER COLUMN rating SET DEFAULT 'PG-13'::mpaa_rating;
-- alter-column film.last_update high
ALTER TABLE film ALTER COLUMN last_update DROP DEFAULT;
-- alter-column film.last_update high
ALTER TABLE film ALTER COLUMN last_update TYPE timestamp with time zone USING last_update::timestamp with time zone;
-- alter-column film.last_update high
ALTER TABLE film ALTER COLUMN last_update SET DEFAULT now();
-- alter-column inventory.inventory_id medium
ALTER TABLE inventory ALTER COLUMN inventory_id TYPE bigint USING inventory_id::bigint;
-- alter-column inventory.inventory_id medium
ALTER SEQUENCE inventory_inventory_id_seq AS bigint;
-- alter-column language.name medium
ALTER TABLE language ALTER COLUMN name TYPE character varying(20) USING name::character varying(20);
-- alter-column payment.amount medium
ALTER TABLE payment ALTER COLUMN amount TYPE numeric(8,2) USING amount::numeric(8,2);
-- alter-column rental.at high
ALTER TABLE rental ALTER COLUMN at TYPE timestamp with time zone USING at::timestamp with time zone;
-- alter-column rental.inventory_id medium
ALTER TABLE rental ALTER COLUMN inventory_id TYPE bigint USING inventory_id::bigint;
-- drop-column film.fulltext high
ALTER TABLE film DROP COLUMN fulltext;
-- add-table payment_q1 low
CREATE TABLE payment_q1 PARTITION OF payment FOR VALUES FROM ('2023-01-01 00:00:00') TO ('2024-01-01 00:00:00');
-- add-primary-key film_actor.film_actor_pkey medium
ALTER TABLE film_actor ADD CONSTRAINT film_actor_pkey PRIMARY KEY (film_id, actor_id);
-- add-primary-key payment.payment_pkey medium
ALTER TABLE payment ADD CONSTRAINT payment_pkey PRIMARY KEY (payment_id, paid);
-- add-index actor.idx_actor_last low
CREATE INDEX idx_actor_last ON actor (last_name, first_name);
-- add-index rental.rental_once medium
CREATE UNIQUE INDEX rental_once ON rental (inventory_id, at);
-- add-foreign-key film.film_language_id_fkey medium
ALTER TABLE film ADD CONSTRAINT film_language_id_fkey FOREIGN KEY (language_id) REFERENCES language (language_id) ON UPDATE CASCADE;
-- add-foreign-key film_actor.film_actor_actor_id_fkey medium
ALTER TABLE film_actor ADD CONSTRAINT film_actor_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor (actor_id) ON UPDATE CASCADE ON DELETE CASCADE;
-- add-foreign-key payment.payment_rental_id_fkey medium
ALTER TABLE payment ADD CONSTRAINT payment_rental_id_fkey FOREIGN KEY (rental_id) REFERENCES rental (rental_id);
-- add-foreign-key store.store_manager medium
ALTER TABLE store ADD CONSTRAINT store_manager FOREIGN KEY (manager_id) REFERENCES staff (staff_id);
-- add-foreign-key rental.rental_inventory_id_fkey medium
ALTER TABLE rental ADD CONSTRAINT rental_inventory_id_fkey FOREIGN KEY (inventory_id) REFERENCES inventory (inventory_id);
-- add-view film_list low
CREATE VIEW film_list AS
SELECT f.film_id AS fid,
    f.title,
    f.rating,
    group_concat((((a.first_name)::text || ' '::text) || (a.last_name)::text)) AS actors
   FROM ((film f
     LEFT JOIN film_actor fa ON ((fa.film_id = f.film_id)))
     LEFT JOIN actor a ON ((a.actor_id = fa.actor_id)))
  GROUP BY f.film_id, f.title, f.rating;
-- set-setting staff.picture low
ALTER TABLE staff ALTER COLUMN picture SET STORAGE EXTERNAL;
