create table a (k text primary key, v) ; create table b (k text, n int, m int, primary key (n, k)); create table c (id integer primary key, d text, e real) strict;
