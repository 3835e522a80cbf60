create sequence s2 as int start 20 increment 2;
create sequence s3;
create table t (a int, b bigint default nextval('s3'));
alter sequence s3 owned by t.b;
