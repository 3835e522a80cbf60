-- detach-partition sale_a low
ALTER TABLE sale DETACH PARTITION sale_a;
-- drop-primary-key sale_a.sale_a_pkey low
ALTER TABLE sale_a DROP CONSTRAINT sale_a_pkey;
-- drop-index sale_a.sale_a_amount_idx low
DROP INDEX sale_a_amount_idx;
-- alter-column sale_b.amount low
ALTER TABLE sale_b ALTER COLUMN amount SET DEFAULT 1;
-- drop-column sale_b.note high
ALTER TABLE sale_b DROP COLUMN note;
-- attach-partition sale_b medium
ALTER TABLE sale ATTACH PARTITION sale_b FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
-- add-primary-key sale_a.sale_a_pk medium
ALTER TABLE sale_a ADD CONSTRAINT sale_a_pk PRIMARY KEY (day, id);
-- set-setting sale_b.amount low
COMMENT ON COLUMN sale_b.amount IS NULL;
