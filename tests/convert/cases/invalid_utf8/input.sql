CREATE TABLE t (
  name text -- café
);
