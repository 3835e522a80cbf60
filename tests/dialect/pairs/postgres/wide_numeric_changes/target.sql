create table t (a numeric(12,4), b numeric(12,0), c numeric, d numeric(10,2), e double precision, f integer, g numeric(10,2));
