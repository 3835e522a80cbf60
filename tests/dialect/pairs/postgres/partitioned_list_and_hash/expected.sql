-- add-table l_c low
CREATE TABLE l_c PARTITION OF l FOR VALUES IN ('c') PARTITION BY HASH (a);
-- add-table l_c_0 low
CREATE TABLE l_c_0 PARTITION OF l_c FOR VALUES WITH (modulus 2, remainder 0);
-- add-table l_c_1 low
CREATE TABLE l_c_1 PARTITION OF l_c FOR VALUES WITH (modulus 2, remainder 1);
