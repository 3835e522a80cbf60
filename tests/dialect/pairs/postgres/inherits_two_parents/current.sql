CREATE TABLE named (name text, made timestamptz DEFAULT now());
CREATE TABLE priced (price numeric(8,2));
CREATE TABLE item (sku text PRIMARY KEY) INHERITS (named, priced);
INSERT INTO item (name, price, sku) VALUES ('n', 1.00, 's1'), ('o', 2.00, 's2');
