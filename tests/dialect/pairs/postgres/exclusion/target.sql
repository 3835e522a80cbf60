create table t (a int, r int4range, exclude using gist (r with &&));
