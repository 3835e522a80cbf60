CREATE TABLE warehouse (
  country char(2) NOT NULL,
  code varchar(10) NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (country, code)
);
CREATE TABLE bin (
  country char(2),
  code varchar(10),
  bin_number integer,
  capacity integer NOT NULL,
  PRIMARY KEY (country, code, bin_number),
  -- the columns in another order than the key's
  CONSTRAINT fk_bin_warehouse FOREIGN KEY (code, country) REFERENCES warehouse (code, country)
);
CREATE TABLE stock (
  country char(2),
  code varchar(10),
  bin_number integer,
  sku varchar(20),
  quantity numeric(12,3) NOT NULL,
  PRIMARY KEY (country, code, bin_number, sku),
  FOREIGN KEY (country, code, bin_number) REFERENCES bin ON DELETE RESTRICT,
  FOREIGN KEY (country, code) REFERENCES warehouse
);
