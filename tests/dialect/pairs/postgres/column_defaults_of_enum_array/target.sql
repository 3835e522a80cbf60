create type color as enum ('green','blue','red');
create table t (c color[] default '{red,blue}'::color[], d color not null default 'blue');
