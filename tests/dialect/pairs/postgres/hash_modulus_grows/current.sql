CREATE TABLE acct (id integer PRIMARY KEY, name text) PARTITION BY HASH (id);
CREATE TABLE acct_0 PARTITION OF acct FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE acct_1 PARTITION OF acct FOR VALUES WITH (modulus 2, remainder 1);
INSERT INTO acct SELECT i, 'n' || i FROM generate_series(1, 20) i;
