CREATE TABLE everything (
  a smallint, b int, c bigint, d int2, e int4, f int8,
  g numeric, h numeric(12), i decimal(12,4), j numeric(60,10), k money,
  l real, m double precision, n float, o float(10),
  p boolean, q bool,
  r char, s char(3), t varchar, u varchar(40), v text, w character varying(8), x bpchar,
  y date, z time, aa time(3), ab timestamp, ac timestamp(6), ad timestamptz,
  ae timestamp(3) with time zone, af time with time zone, ag interval, ah interval day to second(3),
  ai uuid, aj json, ak jsonb, al bytea, am xml, an inet, ao cidr, ap point,
  aq tsvector, ar bit(8), "as" bit varying(16), at int[], au text[][], av numeric(10,2)[],
  aw hstore, ax postgis.geometry(Point, 4326), ay citext, az oid
);
