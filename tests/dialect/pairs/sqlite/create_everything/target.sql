create table p (id integer primary key);
create table c (p int references p (id));
create view v as select * from c;
create trigger tr after insert on p begin delete from c;
end;
