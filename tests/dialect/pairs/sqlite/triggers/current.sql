create table t (a int, b int);
create table log (m text);
create trigger tr1 after insert on t begin insert into log values ('x');
end;
insert into t values (1,2);
