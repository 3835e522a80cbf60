CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS $$ SELECT a $$;
CREATE FUNCTION g(OUT x integer, OUT y text) LANGUAGE sql AS $$ SELECT 1, 'a' $$;
CREATE FUNCTION h(VARIADIC xs integer[]) RETURNS integer LANGUAGE sql AS $$ SELECT xs[1] $$;
CREATE PROCEDURE p(INOUT a integer) LANGUAGE plpgsql AS $$ BEGIN a := a + 1; END $$;
CREATE FUNCTION t() RETURNS TABLE (id integer, name text) LANGUAGE sql AS $$ SELECT 1, 'x' $$;
CREATE FUNCTION k() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION f(integer) IS 'f''s';
