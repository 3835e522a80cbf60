-- drop-object t.tr1 medium
DROP TRIGGER tr1;
-- add-column t.c low
ALTER TABLE t ADD COLUMN c int;
-- add-object t.tr1 low
CREATE TRIGGER tr1 after insert on t begin insert into log values ('y');
insert into log values (new.a);
end;
-- add-object t.tr2 low
CREATE TRIGGER tr2 before delete on t when old.a > 1 begin select raise(abort, 'no');
end;
