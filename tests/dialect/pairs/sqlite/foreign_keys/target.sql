create table p (id integer primary key, code text unique);
create table c (id integer primary key, p int references p (id) on delete cascade on update set null deferrable initially deferred, code text references p (code));
