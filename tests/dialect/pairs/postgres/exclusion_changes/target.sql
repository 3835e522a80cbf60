create extension btree_gist;
create table booking (id int primary key, room text, during tstzrange, cancelled boolean not null default false,
  constraint no_double exclude using gist (room with =, during with &&) where (cancelled = false) deferrable initially deferred);
create table shape (c circle, n int, exclude using gist (c with &&, n with <>));
