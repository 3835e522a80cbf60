create table p (id text primary key);
create table c (p_id text references p(id));
