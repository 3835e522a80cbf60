create table z (x);
