create table p (id int primary key, code text unique);
create table c (id int primary key, p int references p(id) on delete set null on update cascade deferrable initially deferred, code text);
