-- add-table p low
CREATE TABLE p (
  id INTEGER PRIMARY KEY
);
-- add-table c low
CREATE TABLE c (
  p int,
  FOREIGN KEY (p) REFERENCES p (id)
);
-- add-view v low
CREATE VIEW v AS select * from c;
-- add-object p.tr low
CREATE TRIGGER tr after insert on p begin delete from c;
end;
