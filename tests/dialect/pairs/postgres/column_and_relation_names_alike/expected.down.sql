-- drop-view orders_name low
DROP VIEW orders_name;
-- drop-view name low
DROP VIEW name;
-- drop-view total low
DROP VIEW total;
-- drop-foreign-key orders.orders_status_fkey low
ALTER TABLE orders DROP CONSTRAINT orders_status_fkey;
-- alter-column orders.status high
ALTER TABLE orders ALTER COLUMN status TYPE integer USING status::integer;
-- alter-column orders.total medium
ALTER TABLE orders ALTER COLUMN total TYPE numeric USING total::numeric;
-- alter-column status.id high
ALTER TABLE status ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column status.name medium
ALTER TABLE status ALTER COLUMN name TYPE text USING name::text;
-- drop-column orders.name high
ALTER TABLE orders DROP COLUMN name;
-- add-foreign-key orders.orders_status_fkey medium
ALTER TABLE orders ADD CONSTRAINT orders_status_fkey FOREIGN KEY (status) REFERENCES status (id);
-- add-view total low
CREATE VIEW total AS
SELECT o.status,
    sum(o.total) AS total
   FROM orders o
  GROUP BY o.status;
-- add-view name low
CREATE VIEW name AS
SELECT s.name,
    t.total
   FROM (status s
     LEFT JOIN total t ON ((t.status = s.id)));
-- add-view orders_name low
CREATE VIEW orders_name AS
SELECT name.name,
    name.total
   FROM name
  WHERE (name.total > (0)::numeric);
