create table a (id integer, code text primary key, v int, unique (id)) without rowid; create table b (id integer primary key, a_id int references a (id), a_code text references a on update cascade);
