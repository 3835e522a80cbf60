CREATE TABLE named (name varchar(40), made timestamptz DEFAULT now(), label text);
CREATE TABLE priced (price numeric(12,4), currency char(3) DEFAULT 'EUR');
CREATE TABLE item (sku text PRIMARY KEY, stock integer) INHERITS (named, priced);
CREATE INDEX item_name ON item (name, price);
