-- add-enum-values mood low
ALTER TYPE mood ADD VALUE 'awful' BEFORE 'sad';
-- add-enum-values mood low
ALTER TYPE mood ADD VALUE 'meh' AFTER 'sad';
-- add-enum-values mood low
ALTER TYPE mood ADD VALUE 'happy' AFTER 'ok';
