-- drop-index session.session_data_idx low
DROP INDEX session_data_idx;
-- save-rows session_0 medium
CREATE TABLE dbx_rows_session_0 AS TABLE session_0;
-- save-rows session_1 medium
CREATE TABLE dbx_rows_session_1 AS TABLE session_1;
-- drop-table session_1 medium
DROP TABLE session_1;
-- drop-table session_0 medium
DROP TABLE session_0;
-- add-column session.at low
ALTER TABLE session ADD COLUMN at timestamp with time zone DEFAULT now();
-- add-table session_0 low
CREATE TABLE session_0 PARTITION OF session FOR VALUES WITH (modulus 4, remainder 0);
-- add-table session_1 low
CREATE TABLE session_1 PARTITION OF session FOR VALUES WITH (modulus 4, remainder 1);
-- add-table session_2 low
CREATE TABLE session_2 PARTITION OF session FOR VALUES WITH (modulus 4, remainder 2);
-- add-table session_3 low
CREATE TABLE session_3 PARTITION OF session FOR VALUES WITH (modulus 4, remainder 3);
-- restore-rows session medium
INSERT INTO session (id, who, data) OVERRIDING SYSTEM VALUE SELECT id, who, data FROM dbx_rows_session_0;
-- restore-rows session medium
DROP TABLE dbx_rows_session_0;
-- restore-rows session medium
INSERT INTO session (id, who, data) OVERRIDING SYSTEM VALUE SELECT id, who, data FROM dbx_rows_session_1;
-- restore-rows session medium
DROP TABLE dbx_rows_session_1;
-- add-index session.session_data_idx low
CREATE INDEX session_data_idx ON session USING gin (data jsonb_path_ops);
