-- A library: books with their authors and genres, members, loans, fines.
create table author (author_id integer primary key, name text, nationality text, born integer,
  died integer);
create table genre (genre_id integer primary key, genre_name text);
create table book (book_id integer primary key, title text, author_id integer references author(author_id),
  genre_id integer references genre(genre_id), pages integer, year_published integer,
  price real, language text);
create table branch (branch_id integer primary key, branch_name text, city text, open_since date,
  number_of_employees integer);
create table copy (copy_id integer primary key, book_id integer references book(book_id),
  branch_id integer references branch(branch_id), condition_code text);
create table member (member_id integer primary key, first_name text, last_name text, email text,
  birth_year integer, membership_level text, home_branch_id integer references branch(branch_id));
create table loan (loan_id integer primary key, copy_id integer references copy(copy_id),
  member_id integer references member(member_id), loan_date date, due_date date, return_date date);
create table fine (fine_id integer primary key, loan_id integer references loan(loan_id),
  amount real, is_paid text);
insert into author values (1,'Ada Stern','Germany',1950,null),(2,'Luis Vega','Spain',1931,2004),
  (3,'Mei Tan','China',1978,null),(4,'Olga Petrova','Russia',1902,1971),(5,'Jon Dahl','Norway',1985,null);
insert into genre values (1,'Novel'),(2,'Poetry'),(3,'History'),(4,'Science');
insert into book values (1,'The Long Road',1,1,420,1999,18.5,'English'),(2,'Rivers',2,2,90,1975,9.9,'Spanish'),
  (3,'Iron and Glass',1,3,610,2012,32,'English'),(4,'Small Gods of Home',3,1,280,2018,15,'English'),
  (5,'Winter Songs',4,2,120,1944,8,'Russian'),(6,'Numbers at Night',5,4,350,2021,27,'English'),
  (7,'The Quiet Sea',3,1,310,2015,14,'Chinese');
insert into branch values (1,'Central','Oslo','1990-04-01',25),(2,'Harbour','Oslo','2005-09-15',8),
  (3,'Hill','Bergen','2012-06-20',5);
insert into copy values (1,1,1,'good'),(2,1,2,'worn'),(3,2,1,'good'),(4,3,1,'new'),(5,4,2,'good'),
  (6,4,3,'new'),(7,5,1,'worn'),(8,6,2,'new');
insert into member values (1,'Nora','Lie','nora@mail.no',1990,'gold',1),(2,'Erik','Moe','erik@mail.no',1965,'basic',1),
  (3,'Sara','Aas','sara@post.com',2004,'basic',2),(4,'Ivar','Bakke','ivar@post.com',1978,'silver',3),
  (5,'Tuva','Lie','tuva@mail.no',1999,'gold',2);
insert into loan values (1,1,1,'2024-01-03','2024-02-03','2024-01-20'),(2,3,1,'2024-01-03','2024-02-03',null),
  (3,4,2,'2024-02-10','2024-03-10','2024-03-15'),(4,5,3,'2024-02-18','2024-03-18','2024-03-01'),
  (5,2,5,'2024-03-05','2024-04-05','2024-04-20'),(6,1,2,'2024-03-09','2024-04-09',null),
  (7,8,1,'2024-04-01','2024-05-01','2024-04-22');
insert into fine values (1,3,5,'yes'),(2,5,12.5,'no'),(3,6,3,'no');
