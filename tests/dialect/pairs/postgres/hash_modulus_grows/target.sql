CREATE TABLE acct (id integer PRIMARY KEY, name text) PARTITION BY HASH (id);
CREATE TABLE acct_0 PARTITION OF acct FOR VALUES WITH (modulus 4, remainder 0);
CREATE TABLE acct_1 PARTITION OF acct FOR VALUES WITH (modulus 4, remainder 1);
CREATE TABLE acct_2 PARTITION OF acct FOR VALUES WITH (modulus 4, remainder 2);
CREATE TABLE acct_3 PARTITION OF acct FOR VALUES WITH (modulus 4, remainder 3);
