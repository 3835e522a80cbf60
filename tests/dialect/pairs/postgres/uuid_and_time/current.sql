create table t (a uuid, b text, c timestamp, d timestamptz, e bigint);
insert into t values (gen_random_uuid(), 'b7b5ff1e-0c55-4d0f-9f5a-2f7f4d3c1a11', now(), now(), 3);
