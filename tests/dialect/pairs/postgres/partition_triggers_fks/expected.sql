-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object ev.tr medium
DROP TRIGGER tr ON ev;
-- drop-object ev1.own medium
DROP TRIGGER own ON ev1;
-- drop-foreign-key ev.ev_p_fkey low
ALTER TABLE ev DROP CONSTRAINT ev_p_fkey;
-- drop-foreign-key note.note_ev_id_at_fkey low
ALTER TABLE note DROP CONSTRAINT note_ev_id_at_fkey;
-- save-rows ev2 medium
CREATE TABLE dbx_rows_ev2 AS TABLE ev2;
-- drop-table ev2 medium
DROP TABLE ev2;
-- add-column ev.kind low
ALTER TABLE ev ADD COLUMN kind text DEFAULT 'k'::text;
-- alter-table ev1 low
ALTER TABLE ev1 ENABLE ROW LEVEL SECURITY;
-- alter-column ev.id medium
ALTER TABLE ev ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column ev.p medium
ALTER TABLE ev ALTER COLUMN p TYPE bigint USING p::bigint;
-- alter-column note.ev_id medium
ALTER TABLE note ALTER COLUMN ev_id TYPE bigint USING ev_id::bigint;
-- alter-column parent.id medium
ALTER TABLE parent ALTER COLUMN id TYPE bigint USING id::bigint;
-- add-table ev2 low
CREATE TABLE ev2 PARTITION OF ev FOR VALUES FROM ('2025-01-01') TO ('2027-01-01');
-- restore-rows ev medium
INSERT INTO ev (id, p, at) OVERRIDING SYSTEM VALUE SELECT id::bigint, p::bigint, at FROM dbx_rows_ev2;
-- restore-rows ev medium
DROP TABLE dbx_rows_ev2;
-- add-check ev.ev_id_check medium
ALTER TABLE ev ADD CONSTRAINT ev_id_check CHECK ((id > 0));
-- add-index ev.ev_kind low
CREATE INDEX ev_kind ON ev (kind);
-- add-foreign-key ev.ev_p_fkey medium
ALTER TABLE ev ADD CONSTRAINT ev_p_fkey FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE;
-- add-foreign-key note.note_ev_id_at_fkey medium
ALTER TABLE note ADD CONSTRAINT note_ev_id_at_fkey FOREIGN KEY (ev_id, at) REFERENCES ev (id, at) ON DELETE CASCADE;
-- add-object ev.tr low
CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON ev FOR EACH ROW EXECUTE FUNCTION tf();
-- add-object ev1.pp low
CREATE POLICY pp ON ev1 USING (true);
