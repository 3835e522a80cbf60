-- alter-column p.note low
ALTER TABLE p ALTER COLUMN note SET DEFAULT 'none'::text;
-- set-setting p_eu.note low
ALTER TABLE p_eu ALTER COLUMN note SET DEFAULT 'eu'::text;
-- set-setting p_eu.note low
COMMENT ON COLUMN p_eu.note IS NULL;
-- set-setting p_us.note low
COMMENT ON COLUMN p_us.note IS 'us ''note''';
-- set-setting p_us.note low
ALTER TABLE p_us ALTER COLUMN note SET DEFAULT 'none'::text;
-- set-setting p_us.id low
ALTER TABLE p_us ALTER COLUMN id DROP NOT NULL;
