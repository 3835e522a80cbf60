-- detach-partition sale_b low
ALTER TABLE sale DETACH PARTITION sale_b;
-- drop-primary-key sale_a.sale_a_pk low
ALTER TABLE sale_a DROP CONSTRAINT sale_a_pk;
-- add-column sale_b.note low
ALTER TABLE sale_b ADD COLUMN note text;
-- alter-column sale_b.amount low
ALTER TABLE sale_b ALTER COLUMN amount DROP DEFAULT;
-- attach-partition sale_a medium
ALTER TABLE sale ATTACH PARTITION sale_a FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
-- set-comment sale_b.amount low
COMMENT ON COLUMN sale_b.amount IS 'of b';
