-- detach-partition p low
ALTER TABLE a DETACH PARTITION p;
-- detach-partition q low
ALTER TABLE b DETACH PARTITION q;
-- attach-partition p medium
ALTER TABLE b ATTACH PARTITION p FOR VALUES FROM (1) TO (10);
-- attach-partition q medium
ALTER TABLE a ATTACH PARTITION q FOR VALUES FROM (1) TO (10);
