create table t (a int, b int, c int);
create table log (m text);
create trigger tr1 after insert on t begin insert into log values ('y');
insert into log values (new.a);
end;
create trigger tr2 before delete on t when old.a > 1 begin select raise(abort, 'no');
end;
