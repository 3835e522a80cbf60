create table t (a utinyint, b hugeint, c enum('x','y'), d map(varchar, integer), e timestamptz, f interval, g uuid, h blob, i json, j float, k double, l bit);
insert into t (a) values (1);
