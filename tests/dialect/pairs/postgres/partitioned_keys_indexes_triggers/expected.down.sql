-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object o.t medium
DROP TRIGGER t ON o;
-- drop-foreign-key r.r_o_day_o_id_fkey low
ALTER TABLE r DROP CONSTRAINT r_o_day_o_id_fkey;
-- drop-primary-key o.o_pk low
ALTER TABLE o DROP CONSTRAINT o_pk;
-- drop-unique o.o_once low
ALTER TABLE o DROP CONSTRAINT o_once;
-- drop-index o.o_ref low
DROP INDEX o_ref;
-- drop-check o_2.o_2_note low
ALTER TABLE o_2 DROP CONSTRAINT o_2_note;
-- drop-table o_3 high
DROP TABLE o_3;
-- alter-table o_1 low
ALTER TABLE o_1 SET (fillfactor=80);
-- alter-column o.amount high
ALTER TABLE o ALTER COLUMN amount TYPE integer USING amount::integer;
-- drop-column o.note high
ALTER TABLE o DROP COLUMN note;
-- add-primary-key o.o_pk medium
ALTER TABLE o ADD CONSTRAINT o_pk PRIMARY KEY (id, day);
-- add-check o_2.o_2_amount medium
ALTER TABLE o_2 ADD CONSTRAINT o_2_amount CHECK ((amount > 0));
-- add-index o.o_ref low
CREATE INDEX o_ref ON o (ref);
-- add-index o_1.o_1_only low
CREATE INDEX o_1_only ON o_1 (amount);
-- add-foreign-key r.r_o_id_o_day_fkey medium
ALTER TABLE r ADD CONSTRAINT r_o_id_o_day_fkey FOREIGN KEY (o_id, o_day) REFERENCES o (id, day) ON DELETE CASCADE;
-- add-object o.t low
CREATE TRIGGER t AFTER INSERT ON o FOR EACH ROW EXECUTE FUNCTION f();
-- add-object o_1.t1 low
CREATE TRIGGER t1 AFTER INSERT ON o_1 FOR EACH ROW EXECUTE FUNCTION f();
