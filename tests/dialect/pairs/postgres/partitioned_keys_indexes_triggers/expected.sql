-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object o.t medium
DROP TRIGGER t ON o;
-- drop-object o_1.t1 medium
DROP TRIGGER t1 ON o_1;
-- drop-foreign-key r.r_o_id_o_day_fkey low
ALTER TABLE r DROP CONSTRAINT r_o_id_o_day_fkey;
-- drop-primary-key o.o_pk low
ALTER TABLE o DROP CONSTRAINT o_pk;
-- drop-index o.o_ref low
DROP INDEX o_ref;
-- drop-index o_1.o_1_only low
DROP INDEX o_1_only;
-- drop-check o_2.o_2_amount low
ALTER TABLE o_2 DROP CONSTRAINT o_2_amount;
-- add-column o.note low
ALTER TABLE o ADD COLUMN note text;
-- alter-table o_1 low
ALTER TABLE o_1 RESET (fillfactor);
-- alter-column o.amount medium
ALTER TABLE o ALTER COLUMN amount TYPE bigint USING amount::bigint;
-- add-table o_3 low
CREATE TABLE o_3 PARTITION OF o (
  CONSTRAINT o_3_note CHECK ((note <> 'y'::text))
) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- add-primary-key o.o_pk medium
ALTER TABLE o ADD CONSTRAINT o_pk PRIMARY KEY (day, id);
-- add-unique o.o_once medium
ALTER TABLE o ADD CONSTRAINT o_once UNIQUE (ref, day);
-- add-check o_2.o_2_note medium
ALTER TABLE o_2 ADD CONSTRAINT o_2_note CHECK ((note <> 'x'::text));
-- add-index o.o_ref low
CREATE INDEX o_ref ON o (ref, amount DESC);
-- add-index o_3.o_3_only low
CREATE INDEX o_3_only ON o_3 (note);
-- add-foreign-key r.r_o_day_o_id_fkey medium
ALTER TABLE r ADD CONSTRAINT r_o_day_o_id_fkey FOREIGN KEY (o_day, o_id) REFERENCES o (day, id) ON DELETE CASCADE;
-- add-object o.t low
CREATE TRIGGER t AFTER INSERT OR UPDATE ON o FOR EACH ROW EXECUTE FUNCTION f();
