CREATE TABLE before (state status);
CREATE TYPE status AS ENUM ('open', 'closed', 'won''t fix');
CREATE TYPE core.priority AS ENUM ('low', 'high');
CREATE DOMAIN email AS varchar(120) NOT NULL CHECK (VALUE LIKE '%@%');
CREATE DOMAIN work_email AS email;
CREATE TYPE address AS (street text, city text);
CREATE TABLE ticket (
  id integer PRIMARY KEY,
  state status NOT NULL DEFAULT 'open'::status,
  importance core.priority DEFAULT 'low',
  tags status[],
  reporter email,
  assignee work_email,
  place address,
  CONSTRAINT closed_is_low CHECK (state <> 'closed'::public.status OR importance = 'low'::core.priority)
);
ALTER TYPE status ADD VALUE 'later';
