create table t (a int[], b text, c inet, d bytea, e interval, f uuid, g xml, h money, i bit(3), j point, k tsvector, l int4range, m char(3), n "char", o name, p time(3), q timetz, r timestamp(3), s varchar, u numeric, v json, w real, x double precision);
insert into t (a,b) values ('{1,2}','3');
