CREATE FUNCTION f(b integer) RETURNS integer LANGUAGE sql AS $$ SELECT b + 1 $$;
CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql STRICT AS $$ SELECT a $$;
CREATE FUNCTION f(a text, b text) RETURNS text LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION g(OUT x integer, OUT y text, OUT z date) LANGUAGE sql AS $$ SELECT 1, 'a', CURRENT_DATE $$;
CREATE FUNCTION h(VARIADIC xs text[]) RETURNS text LANGUAGE sql AS $$ SELECT xs[1] $$;
CREATE PROCEDURE p(INOUT a bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = 'public' AS $$ BEGIN a := a + 2; END $$;
CREATE FUNCTION t() RETURNS TABLE (id integer, name text, more boolean) LANGUAGE sql ROWS 10 COST 5 AS $$ SELECT 1, 'x', true $$;
CREATE PROCEDURE k() LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION f(text, text) IS 'two';
