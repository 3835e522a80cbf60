-- add-column m.w low
ALTER TABLE m ADD COLUMN w text;
-- alter-column m.id medium
ALTER TABLE m ALTER COLUMN id SET NOT NULL;
-- add-table m_2 low
CREATE TABLE m_2 PARTITION OF m FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
-- add-table m_default low
CREATE TABLE m_default PARTITION OF m DEFAULT;
-- add-primary-key m.m_pkey medium
ALTER TABLE m ADD CONSTRAINT m_pkey PRIMARY KEY (id, d);
-- add-index m.m_v low
CREATE INDEX m_v ON m (v);
