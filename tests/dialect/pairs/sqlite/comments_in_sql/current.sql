create table t (
  a int, -- the first
  /* second */ b text default 'x' -- end
); insert into t values (1,'y');
