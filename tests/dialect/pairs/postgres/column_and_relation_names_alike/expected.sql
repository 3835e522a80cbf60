-- drop-view orders_name low
DROP VIEW orders_name;
-- drop-view name low
DROP VIEW name;
-- drop-view total low
DROP VIEW total;
-- drop-foreign-key orders.orders_status_fkey low
ALTER TABLE orders DROP CONSTRAINT orders_status_fkey;
-- add-column orders.name low
ALTER TABLE orders ADD COLUMN name text;
-- alter-column orders.status medium
ALTER TABLE orders ALTER COLUMN status TYPE bigint USING status::bigint;
-- alter-column orders.total high
ALTER TABLE orders ALTER COLUMN total TYPE numeric(12,2) USING total::numeric(12,2);
-- alter-column status.id medium
ALTER TABLE status ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column status.name high
ALTER TABLE status ALTER COLUMN name TYPE character varying(30) USING name::character varying(30);
-- add-foreign-key orders.orders_status_fkey medium
ALTER TABLE orders ADD CONSTRAINT orders_status_fkey FOREIGN KEY (status) REFERENCES status (id);
-- add-view total low
CREATE VIEW total AS
SELECT o.status,
    o.name,
    sum(o.total) AS total
   FROM orders o
  GROUP BY o.status, o.name;
-- add-view name low
CREATE VIEW name AS
SELECT s.name,
    t.total
   FROM (status s
     LEFT JOIN total t ON ((t.status = s.id)));
-- add-view orders_name low
CREATE VIEW orders_name AS
SELECT name.name,
    name.total AS status
   FROM name
  WHERE (name.total > (1)::numeric);
