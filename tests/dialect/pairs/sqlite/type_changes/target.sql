create table t (id integer primary key, a integer, b text, c bigint, d decimal(10,2), e double, f text, g any);
