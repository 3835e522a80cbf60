CREATE TABLE owner (id integer PRIMARY KEY, login text);
CREATE TABLE doc (id integer PRIMARY KEY, owner_id integer REFERENCES owner, level integer, body text);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE OF level ON doc FOR EACH ROW WHEN (new.level > 3) EXECUTE FUNCTION f();
ALTER TABLE doc ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON doc USING (level > 1);
CREATE POLICY q ON doc FOR SELECT USING (EXISTS (SELECT 1 FROM owner o WHERE o.id = doc.owner_id AND o.login = CURRENT_USER));
INSERT INTO owner VALUES (1, 'x');
INSERT INTO doc VALUES (1, 1, 5, 'b');
