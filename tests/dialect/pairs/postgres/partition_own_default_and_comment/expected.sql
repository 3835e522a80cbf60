-- alter-column p.note low
ALTER TABLE p ALTER COLUMN note SET DEFAULT 'nothing'::text;
-- set-setting p_eu.note low
COMMENT ON COLUMN p_eu.note IS 'eu note';
-- set-setting p_eu.note low
ALTER TABLE p_eu ALTER COLUMN note SET DEFAULT 'nothing'::text;
-- set-setting p_us.note low
ALTER TABLE p_us ALTER COLUMN note SET DEFAULT 'us'::text;
-- set-setting p_us.id low
ALTER TABLE p_us ALTER COLUMN id SET NOT NULL;
-- set-setting p_us.note low
COMMENT ON COLUMN p_us.note IS NULL;
