create table t (a int);
create view v with (security_barrier=true) as select a from t where a > 0;
create view w with (check_option=local) as select a from t where a > 1;
