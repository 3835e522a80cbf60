-- alter-sequence ids low
ALTER SEQUENCE ids INCREMENT BY 10;
-- add-table c low
CREATE TABLE c (
  id bigint DEFAULT nextval('ids'::regclass) NOT NULL,
  CONSTRAINT c_pkey PRIMARY KEY (id)
);
