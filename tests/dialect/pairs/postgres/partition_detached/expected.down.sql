-- attach-partition m_2 medium
ALTER TABLE m ATTACH PARTITION m_2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
