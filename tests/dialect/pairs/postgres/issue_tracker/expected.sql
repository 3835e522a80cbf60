-- drop-view dashboard low
DROP VIEW dashboard;
-- drop-view open_counts low
DROP VIEW open_counts;
-- drop-foreign-key comments.comments_issue_id_fkey low
ALTER TABLE comments DROP CONSTRAINT comments_issue_id_fkey;
-- drop-foreign-key comments.comments_parent_id_fkey low
ALTER TABLE comments DROP CONSTRAINT comments_parent_id_fkey;
-- drop-foreign-key issues.issues_assignee_id_fkey low
ALTER TABLE issues DROP CONSTRAINT issues_assignee_id_fkey;
-- drop-foreign-key projects.projects_owner_id_fkey low
ALTER TABLE projects DROP CONSTRAINT projects_owner_id_fkey;
-- drop-foreign-key comments.comments_author_id_fkey low
ALTER TABLE comments DROP CONSTRAINT comments_author_id_fkey;
-- drop-foreign-key issue_labels.issue_labels_issue_id_fkey low
ALTER TABLE issue_labels DROP CONSTRAINT issue_labels_issue_id_fkey;
-- drop-foreign-key issue_labels.issue_labels_label_id_fkey low
ALTER TABLE issue_labels DROP CONSTRAINT issue_labels_label_id_fkey;
-- drop-foreign-key issues.issues_author_id_fkey low
ALTER TABLE issues DROP CONSTRAINT issues_author_id_fkey;
-- drop-foreign-key issues.issues_project_id_fkey low
ALTER TABLE issues DROP CONSTRAINT issues_project_id_fkey;
-- drop-foreign-key labels.labels_project_id_fkey low
ALTER TABLE labels DROP CONSTRAINT labels_project_id_fkey;
-- drop-check issues.issues_state_check low
ALTER TABLE issues DROP CONSTRAINT issues_state_check;
-- drop-index issues.issues_open low
DROP INDEX issues_open;
-- drop-check projects.slug_lower low
ALTER TABLE projects DROP CONSTRAINT slug_lower;
-- drop-index projects.projects_slug low
DROP INDEX projects_slug;
-- rename-constraint users.users_login_ci low
ALTER TABLE users RENAME CONSTRAINT users_login_key TO users_login_ci;
-- add-enum issue_state low
CREATE TYPE issue_state AS ENUM ('open', 'closed', 'merged');
-- add-table assignees low
CREATE TABLE assignees (
  issue_id bigint NOT NULL,
  user_id bigint NOT NULL,
  CONSTRAINT assignees_pkey PRIMARY KEY (issue_id, user_id)
);
-- add-column issue_labels.added_by low
ALTER TABLE issue_labels ADD COLUMN added_by bigint;
-- add-column projects.archived_at low
ALTER TABLE projects ADD COLUMN archived_at timestamp with time zone;
-- add-column users.role low
ALTER TABLE users ADD COLUMN role text DEFAULT 'user'::text NOT NULL;
-- alter-column comments.id medium
ALTER TABLE comments ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column comments.id medium
ALTER SEQUENCE comments_id_seq AS bigint;
-- alter-column comments.issue_id medium
ALTER TABLE comments ALTER COLUMN issue_id TYPE bigint USING issue_id::bigint;
-- alter-column comments.author_id medium
ALTER TABLE comments ALTER COLUMN author_id TYPE bigint USING author_id::bigint;
-- alter-column issue_labels.issue_id medium
ALTER TABLE issue_labels ALTER COLUMN issue_id TYPE bigint USING issue_id::bigint;
-- alter-column issue_labels.label_id medium
ALTER TABLE issue_labels ALTER COLUMN label_id TYPE bigint USING label_id::bigint;
-- alter-column issues.id medium
ALTER TABLE issues ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column issues.id medium
ALTER SEQUENCE issues_id_seq AS bigint;
-- alter-column issues.project_id medium
ALTER TABLE issues ALTER COLUMN project_id TYPE bigint USING project_id::bigint;
-- alter-column issues.title medium
ALTER TABLE issues ALTER COLUMN title TYPE text USING title::text;
-- alter-column issues.state high
ALTER TABLE issues ALTER COLUMN state DROP DEFAULT;
-- alter-column issues.state high
ALTER TABLE issues ALTER COLUMN state TYPE issue_state USING state::issue_state;
-- alter-column issues.state high
ALTER TABLE issues ALTER COLUMN state SET DEFAULT 'open'::issue_state;
-- alter-column issues.author_id medium
ALTER TABLE issues ALTER COLUMN author_id TYPE bigint USING author_id::bigint;
-- alter-column issues.created_at high
ALTER TABLE issues ALTER COLUMN created_at DROP DEFAULT;
-- alter-column issues.created_at high
ALTER TABLE issues ALTER COLUMN created_at TYPE timestamp with time zone USING created_at::timestamp with time zone;
-- alter-column issues.created_at high
ALTER TABLE issues ALTER COLUMN created_at SET DEFAULT CURRENT_TIMESTAMP;
-- alter-column issues.created_at high
UPDATE issues SET created_at = CURRENT_TIMESTAMP WHERE created_at IS NULL;
-- alter-column issues.created_at high
ALTER TABLE issues ALTER COLUMN created_at SET NOT NULL;
-- alter-column labels.id medium
ALTER TABLE labels ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column labels.id medium
ALTER SEQUENCE labels_id_seq AS bigint;
-- alter-column labels.project_id medium
ALTER TABLE labels ALTER COLUMN project_id TYPE bigint USING project_id::bigint;
-- alter-column labels.name medium
ALTER TABLE labels ALTER COLUMN name SET NOT NULL;
-- alter-column labels.color medium
ALTER TABLE labels ALTER COLUMN color DROP DEFAULT;
-- alter-column labels.color medium
ALTER TABLE labels ALTER COLUMN color TYPE character(7) USING color::character(7);
-- alter-column labels.color medium
ALTER TABLE labels ALTER COLUMN color SET DEFAULT '#ffffff'::bpchar;
-- alter-column projects.id medium
ALTER TABLE projects ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column projects.id medium
ALTER SEQUENCE projects_id_seq AS bigint;
-- alter-column projects.owner_id medium
ALTER TABLE projects ALTER COLUMN owner_id TYPE bigint USING owner_id::bigint;
-- alter-column users.id medium
ALTER TABLE users ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column users.id medium
ALTER SEQUENCE users_id_seq AS bigint;
-- alter-column users.email medium
ALTER TABLE users ALTER COLUMN email SET DEFAULT ''::text;
-- alter-column users.email medium
UPDATE users SET email = ''::text WHERE email IS NULL;
-- alter-column users.email medium
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
-- drop-column comments.parent_id high
ALTER TABLE comments DROP COLUMN parent_id;
-- drop-column issues.assignee_id high
ALTER TABLE issues DROP COLUMN assignee_id;
-- drop-column users.admin high
ALTER TABLE users DROP COLUMN admin;
-- add-column comments.edited low
ALTER TABLE comments ADD COLUMN edited boolean GENERATED ALWAYS AS ((body ~~ '%edited%'::text)) STORED;
-- add-column issues.search low
ALTER TABLE issues ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, ((title || ' '::text) || COALESCE(body, ''::text)))) STORED;
-- add-unique labels.labels_project_id_name_key medium
ALTER TABLE labels ADD CONSTRAINT labels_project_id_name_key UNIQUE (project_id, name);
-- add-check projects.slug_lower medium
ALTER TABLE projects ADD CONSTRAINT slug_lower CHECK (((slug = lower(slug)) AND (slug ~ '^[a-z0-9-]+$'::text)));
-- add-check users.users_role_check medium
ALTER TABLE users ADD CONSTRAINT users_role_check CHECK ((role = ANY (ARRAY['user'::text, 'admin'::text])));
-- add-index issues.issues_open low
CREATE INDEX issues_open ON issues (project_id, created_at DESC) WHERE (state = 'open'::issue_state);
-- add-index issues.issues_search low
CREATE INDEX issues_search ON issues USING gin (search);
-- add-index projects.projects_slug medium
CREATE UNIQUE INDEX projects_slug ON projects (slug) WHERE (archived_at IS NULL);
-- add-foreign-key comments.comments_issue_id_fkey medium
ALTER TABLE comments ADD CONSTRAINT comments_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES issues (id) ON DELETE CASCADE;
-- add-foreign-key issue_labels.issue_labels_added_by_fkey medium
ALTER TABLE issue_labels ADD CONSTRAINT issue_labels_added_by_fkey FOREIGN KEY (added_by) REFERENCES users (id);
-- add-foreign-key projects.projects_owner_id_fkey medium
ALTER TABLE projects ADD CONSTRAINT projects_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE SET NULL;
-- add-foreign-key comments.comments_author_id_fkey medium
ALTER TABLE comments ADD CONSTRAINT comments_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id);
-- add-foreign-key issue_labels.issue_labels_issue_id_fkey medium
ALTER TABLE issue_labels ADD CONSTRAINT issue_labels_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES issues (id) ON DELETE CASCADE;
-- add-foreign-key issue_labels.issue_labels_label_id_fkey medium
ALTER TABLE issue_labels ADD CONSTRAINT issue_labels_label_id_fkey FOREIGN KEY (label_id) REFERENCES labels (id) ON DELETE CASCADE;
-- add-foreign-key issues.issues_author_id_fkey medium
ALTER TABLE issues ADD CONSTRAINT issues_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id);
-- add-foreign-key issues.issues_project_id_fkey medium
ALTER TABLE issues ADD CONSTRAINT issues_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE;
-- add-foreign-key labels.labels_project_id_fkey medium
ALTER TABLE labels ADD CONSTRAINT labels_project_id_fkey FOREIGN KEY (project_id) REFERENCES projects (id);
-- add-foreign-key assignees.assignees_issue_id_fkey medium
ALTER TABLE assignees ADD CONSTRAINT assignees_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES issues (id) ON DELETE CASCADE;
-- add-foreign-key assignees.assignees_user_id_fkey medium
ALTER TABLE assignees ADD CONSTRAINT assignees_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
-- add-view open_counts low
CREATE VIEW open_counts AS
SELECT issues.project_id,
    count(*) FILTER (WHERE (issues.state = 'open'::issue_state)) AS open,
    count(*) FILTER (WHERE (issues.state <> 'open'::issue_state)) AS done
   FROM issues
  GROUP BY issues.project_id;
-- add-view dashboard low
CREATE VIEW dashboard AS
SELECT p.slug,
    u.login,
    COALESCE(c.open, (0)::bigint) AS open,
    c.done
   FROM ((projects p
     LEFT JOIN users u ON ((u.id = p.owner_id)))
     LEFT JOIN open_counts c ON ((c.project_id = p.id)));
