CREATE TYPE mpaa_rating AS ENUM ('G', 'PG', 'R');
CREATE DOMAIN release_year AS integer CHECK (VALUE BETWEEN 1901 AND 2155);
CREATE TABLE language (language_id serial PRIMARY KEY, name char(20) NOT NULL UNIQUE, last_update timestamp DEFAULT now() NOT NULL);
CREATE TABLE actor (actor_id serial PRIMARY KEY, first_name varchar(45) NOT NULL, last_name varchar(45) NOT NULL);
CREATE INDEX idx_actor_last_name ON actor (last_name);
CREATE TABLE film (
  film_id serial PRIMARY KEY,
  title varchar(255) NOT NULL,
  description text,
  release_year release_year,
  language_id int NOT NULL REFERENCES language ON UPDATE CASCADE ON DELETE RESTRICT,
  original_language_id int REFERENCES language,
  rental_rate numeric(4,2) DEFAULT 4.99 NOT NULL,
  rating mpaa_rating DEFAULT 'G'::mpaa_rating,
  special_features text[],
  fulltext tsvector NOT NULL
);
CREATE INDEX film_fulltext_idx ON film USING gist (fulltext);
CREATE TABLE film_actor (
  actor_id int NOT NULL REFERENCES actor,
  film_id int NOT NULL REFERENCES film,
  PRIMARY KEY (actor_id, film_id)
);
CREATE TABLE store (store_id serial PRIMARY KEY, manager_staff_id int NOT NULL);
CREATE TABLE staff (staff_id serial PRIMARY KEY, store_id int NOT NULL REFERENCES store, picture bytea);
ALTER TABLE store ADD CONSTRAINT store_manager_fkey FOREIGN KEY (manager_staff_id) REFERENCES staff (staff_id);
CREATE TABLE inventory (inventory_id serial PRIMARY KEY, film_id int NOT NULL REFERENCES film, store_id int NOT NULL REFERENCES store);
CREATE TABLE rental (
  rental_id serial PRIMARY KEY,
  rental_date timestamp NOT NULL,
  inventory_id int NOT NULL REFERENCES inventory,
  return_date timestamp,
  staff_id int NOT NULL REFERENCES staff
);
CREATE UNIQUE INDEX rental_unique ON rental (rental_date, inventory_id);
CREATE VIEW film_list AS SELECT film_id, title FROM film;
CREATE FUNCTION last_day(timestamp) RETURNS date AS $_$ SELECT ($1 + interval '1 month')::date $_$ LANGUAGE sql;
