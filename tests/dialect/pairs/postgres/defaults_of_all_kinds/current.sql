CREATE FUNCTION my_default() RETURNS text LANGUAGE sql AS $$ SELECT 'd' $$;
CREATE TABLE t (id integer PRIMARY KEY, a text DEFAULT my_default(), b timestamptz DEFAULT now(), c date DEFAULT CURRENT_DATE, d integer DEFAULT 1 + 2, e text DEFAULT 'it''s' || E'\\n', f uuid DEFAULT gen_random_uuid(), g integer[] DEFAULT '{}', h jsonb DEFAULT '{"a": [1]}', i interval DEFAULT '1 day', j numeric DEFAULT -1.50, k boolean DEFAULT true, l text DEFAULT NULL, m timestamp DEFAULT timezone('utc', now()), n bit(3) DEFAULT B'101', o money DEFAULT 5);
INSERT INTO t (id) VALUES (1), (2);
