-- detach-partition m_2 low
ALTER TABLE m DETACH PARTITION m_2;
