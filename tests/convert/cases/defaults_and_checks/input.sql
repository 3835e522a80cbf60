CREATE TABLE t (
  a int DEFAULT 0 NOT NULL,
  b text NOT NULL DEFAULT 'a,b (c' UNIQUE,
  c text DEFAULT 'x'::character varying,
  d date DEFAULT CURRENT_DATE,
  e timestamp DEFAULT (now() AT TIME ZONE 'utc'),
  f numeric(5,2) DEFAULT -1.5 CHECK (f > -2 AND f <> 0),
  g text DEFAULT NULL::text,
  h boolean DEFAULT true CONSTRAINT h_is_true CHECK (h),
  i jsonb DEFAULT '{}'::jsonb,
  j text DEFAULT /* why */ 'é' || -- because
    'z' CHECK (length(j) < 10),
  k uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  l text DEFAULT E'it\'s' COLLATE "C",
  m text DEFAULT $tag$dollar; quoted$tag$,
  n int CHECK (n IN (SELECT 1)),
  CONSTRAINT a_or_f CHECK ((a > 0) OR (f IS NOT NULL)),
  CHECK (c ~ '^[a-z]+$')
);
