-- drop-primary-key m.m_pkey low
ALTER TABLE m DROP CONSTRAINT m_pkey;
-- drop-index m.m_v low
DROP INDEX m_v;
-- drop-table m_default high
DROP TABLE m_default;
-- drop-table m_2 high
DROP TABLE m_2;
-- alter-column m.id low
ALTER TABLE m ALTER COLUMN id DROP NOT NULL;
-- drop-column m.w high
ALTER TABLE m DROP COLUMN w;
