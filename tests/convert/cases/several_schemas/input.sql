CREATE SCHEMA sales;
CREATE SCHEMA hr AUTHORIZATION admin;
CREATE TABLE sales.person (id integer PRIMARY KEY, name text);
CREATE TABLE hr.person (id integer PRIMARY KEY, name text);
CREATE TABLE public.person (id integer PRIMARY KEY, name text);
CREATE TABLE sales.orders (
  id integer PRIMARY KEY,
  seller integer NOT NULL REFERENCES hr.person (id),
  buyer integer NOT NULL REFERENCES sales.person,
  created_by integer REFERENCES person
);
CREATE SCHEMA kept CREATE TABLE inside (id integer);
