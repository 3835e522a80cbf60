create table p (id integer primary key, a integer, b text);
create table c (id integer primary key, p int not null references p (id) on delete cascade);
create trigger tr after insert on p begin update p set a = 'q' where id = new.id;
end;
create view v as select p.a, c.id from p join c on c.p = p.id;
