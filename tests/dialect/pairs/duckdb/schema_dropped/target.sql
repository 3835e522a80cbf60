create table k (a integer);
