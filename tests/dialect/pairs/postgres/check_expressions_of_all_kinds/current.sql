create table t (a int, b text, c jsonb, d date);
