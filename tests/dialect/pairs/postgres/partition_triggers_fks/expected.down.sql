-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object ev.tr medium
DROP TRIGGER tr ON ev;
-- drop-object ev1.pp medium
DROP POLICY pp ON ev1;
-- drop-foreign-key ev.ev_p_fkey low
ALTER TABLE ev DROP CONSTRAINT ev_p_fkey;
-- drop-foreign-key note.note_ev_id_at_fkey low
ALTER TABLE note DROP CONSTRAINT note_ev_id_at_fkey;
-- drop-check ev.ev_id_check low
ALTER TABLE ev DROP CONSTRAINT ev_id_check;
-- drop-index ev.ev_kind low
DROP INDEX ev_kind;
-- save-rows ev2 medium
CREATE TABLE dbx_rows_ev2 AS TABLE ev2;
-- drop-table ev2 medium
DROP TABLE ev2;
-- alter-table ev1 low
ALTER TABLE ev1 DISABLE ROW LEVEL SECURITY;
-- alter-column ev.id high
ALTER TABLE ev ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column ev.p high
ALTER TABLE ev ALTER COLUMN p TYPE integer USING p::integer;
-- alter-column note.ev_id high
ALTER TABLE note ALTER COLUMN ev_id TYPE integer USING ev_id::integer;
-- alter-column parent.id high
ALTER TABLE parent ALTER COLUMN id TYPE integer USING id::integer;
-- drop-column ev.kind high
ALTER TABLE ev DROP COLUMN kind;
-- add-table ev2 low
CREATE TABLE ev2 PARTITION OF ev FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- restore-rows ev medium
INSERT INTO ev (id, p, at) OVERRIDING SYSTEM VALUE SELECT id::integer, p::integer, at FROM dbx_rows_ev2;
-- restore-rows ev medium
DROP TABLE dbx_rows_ev2;
-- add-foreign-key ev.ev_p_fkey medium
ALTER TABLE ev ADD CONSTRAINT ev_p_fkey FOREIGN KEY (p) REFERENCES parent (id);
-- add-foreign-key note.note_ev_id_at_fkey medium
ALTER TABLE note ADD CONSTRAINT note_ev_id_at_fkey FOREIGN KEY (ev_id, at) REFERENCES ev (id, at);
-- add-object ev.tr low
CREATE TRIGGER tr BEFORE INSERT ON ev FOR EACH ROW EXECUTE FUNCTION tf();
-- add-object ev1.own low
CREATE TRIGGER own AFTER INSERT ON ev1 FOR EACH ROW EXECUTE FUNCTION tf();
