-- save-rows m_2023 medium
CREATE TABLE dbx_rows_m_2023 AS TABLE m_2023;
-- save-rows m_2024 medium
CREATE TABLE dbx_rows_m_2024 AS TABLE m_2024;
-- drop-table m_2024 medium
DROP TABLE m_2024;
-- drop-table m_2023 medium
DROP TABLE m_2023;
-- alter-column m.peak medium
ALTER TABLE m ALTER COLUMN peak TYPE bigint USING peak::bigint;
-- add-table m_2023 low
CREATE TABLE m_2023 PARTITION OF m FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- add-table m_2024 low
CREATE TABLE m_2024 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY HASH (city_id);
-- add-table m_2024_0 low
CREATE TABLE m_2024_0 PARTITION OF m_2024 FOR VALUES WITH (modulus 2, remainder 0);
-- add-table m_2024_1 low
CREATE TABLE m_2024_1 PARTITION OF m_2024 FOR VALUES WITH (modulus 2, remainder 1);
-- restore-rows m medium
INSERT INTO m (city_id, logdate, peak) OVERRIDING SYSTEM VALUE SELECT city_id, logdate, peak::bigint FROM dbx_rows_m_2023;
-- restore-rows m medium
DROP TABLE dbx_rows_m_2023;
-- restore-rows m medium
INSERT INTO m (city_id, logdate, peak) OVERRIDING SYSTEM VALUE SELECT city_id, logdate, peak::bigint FROM dbx_rows_m_2024;
-- restore-rows m medium
DROP TABLE dbx_rows_m_2024;
-- add-index m_2023.m_2023_once medium
CREATE UNIQUE INDEX m_2023_once ON m_2023 (city_id, logdate);
