create table t (a usmallint, b hugeint, c enum('x','y','z'), d map(varchar, bigint), e timestamptz, f interval, g uuid, h blob, i json, j double, k float, l bit, m time);
