create extension btree_gist;
create table booking (id int primary key, room int, during tstzrange, cancelled boolean default false,
  exclude using gist (room with =, during with &&) where (not cancelled));
create table shape (c circle, exclude using gist (c with &&));
insert into booking values (1, 1, '[2024-01-01,2024-01-02)', false), (2, 1, '[2024-01-01,2024-01-02)', true);
insert into shape values ('<(0,0),1>');
