create type color as enum ('red','green');
create table t (c color[] default '{red}'::color[]);
