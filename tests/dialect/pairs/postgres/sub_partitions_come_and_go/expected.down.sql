-- save-rows m_2023 medium
CREATE TABLE dbx_rows_m_2023 AS TABLE m_2023;
-- save-rows m_2024 medium
CREATE TABLE dbx_rows_m_2024 AS TABLE m_2024;
-- drop-table m_2024 medium
DROP TABLE m_2024;
-- drop-table m_2023 medium
DROP TABLE m_2023;
-- alter-column m.peak high
ALTER TABLE m ALTER COLUMN peak TYPE integer USING peak::integer;
-- add-table m_2023 low
CREATE TABLE m_2023 PARTITION OF m FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') PARTITION BY LIST (city_id);
-- add-table m_2023_1 low
CREATE TABLE m_2023_1 PARTITION OF m_2023 FOR VALUES IN (1);
-- add-table m_2023_x low
CREATE TABLE m_2023_x PARTITION OF m_2023 DEFAULT;
-- add-table m_2024 low
CREATE TABLE m_2024 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- restore-rows m medium
INSERT INTO m (city_id, logdate, peak) OVERRIDING SYSTEM VALUE SELECT city_id, logdate, peak::integer FROM dbx_rows_m_2023;
-- restore-rows m medium
DROP TABLE dbx_rows_m_2023;
-- restore-rows m medium
INSERT INTO m (city_id, logdate, peak) OVERRIDING SYSTEM VALUE SELECT city_id, logdate, peak::integer FROM dbx_rows_m_2024;
-- restore-rows m medium
DROP TABLE dbx_rows_m_2024;
