-- add-check t.t_a_check medium
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK ((a <> ALL (ARRAY[1, 2, 3])));
-- add-check t.t_a_check1 medium
ALTER TABLE t ADD CONSTRAINT t_a_check1 CHECK ((COALESCE(a, 0) >= 0));
-- add-check t.t_b_check medium
ALTER TABLE t ADD CONSTRAINT t_b_check CHECK ((b ~ '^[a-z]+$'::text));
-- add-check t.t_b_check1 medium
ALTER TABLE t ADD CONSTRAINT t_b_check1 CHECK (((b ~~ 'x%'::text) AND (b !~~ '%y'::text)));
-- add-check t.t_b_check2 medium
ALTER TABLE t ADD CONSTRAINT t_b_check2 CHECK (((length(b) >= 1) AND (length(b) <= 10)));
-- add-check t.t_b_check3 medium
ALTER TABLE t ADD CONSTRAINT t_b_check3 CHECK ((upper(b) = (b COLLATE "C")));
-- add-check t.t_c_check medium
ALTER TABLE t ADD CONSTRAINT t_c_check CHECK (((c ->> 'k'::text) IS NOT NULL));
-- add-check t.t_check medium
ALTER TABLE t ADD CONSTRAINT t_check CHECK (((a IS NOT NULL) OR (b IS NOT NULL)));
-- add-check t.t_check1 medium
ALTER TABLE t ADD CONSTRAINT t_check1 CHECK (
CASE
    WHEN (a > 1) THEN (b <> ''::text)
    ELSE true
END);
-- add-check t.t_check2 medium
ALTER TABLE t ADD CONSTRAINT t_check2 CHECK (((a)::text <> b));
-- add-check t.t_check3 medium
ALTER TABLE t ADD CONSTRAINT t_check3 CHECK (((a IS DISTINCT FROM 1) OR (b IS DISTINCT FROM 'x'::text)));
-- add-check t.t_d_check medium
ALTER TABLE t ADD CONSTRAINT t_d_check CHECK (((d > '2020-01-01'::date) AND (d < '2030-01-01'::date)));
