-- drop-view dashboard low
DROP VIEW dashboard;
-- drop-view open_counts low
DROP VIEW open_counts;
-- drop-foreign-key comments.comments_issue_id_fkey low
ALTER TABLE comments DROP CONSTRAINT comments_issue_id_fkey;
-- drop-foreign-key issue_labels.issue_labels_added_by_fkey low
ALTER TABLE issue_labels DROP CONSTRAINT issue_labels_added_by_fkey;
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
-- drop-index issues.issues_open low
DROP INDEX issues_open;
-- drop-index issues.issues_search low
DROP INDEX issues_search;
-- drop-unique labels.labels_project_id_name_key low
ALTER TABLE labels DROP CONSTRAINT labels_project_id_name_key;
-- drop-check projects.slug_lower low
ALTER TABLE projects DROP CONSTRAINT slug_lower;
-- drop-index projects.projects_slug low
DROP INDEX projects_slug;
-- drop-check users.users_role_check low
ALTER TABLE users DROP CONSTRAINT users_role_check;
-- rename-constraint users.users_login_key low
ALTER TABLE users RENAME CONSTRAINT users_login_ci TO users_login_key;
-- drop-column comments.edited medium
ALTER TABLE comments DROP COLUMN edited;
-- drop-column issues.search medium
ALTER TABLE issues DROP COLUMN search;
-- drop-table assignees high
DROP TABLE assignees;
-- add-column comments.parent_id low
ALTER TABLE comments ADD COLUMN parent_id integer;
-- add-column issues.assignee_id low
ALTER TABLE issues ADD COLUMN assignee_id integer;
-- add-column users.admin low
ALTER TABLE users ADD COLUMN admin boolean DEFAULT false;
-- alter-column comments.id high
ALTER TABLE comments ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column comments.id high
ALTER SEQUENCE comments_id_seq AS integer;
-- alter-column comments.issue_id high
ALTER TABLE comments ALTER COLUMN issue_id TYPE integer USING issue_id::integer;
-- alter-column comments.author_id high
ALTER TABLE comments ALTER COLUMN author_id TYPE integer USING author_id::integer;
-- alter-column issue_labels.issue_id high
ALTER TABLE issue_labels ALTER COLUMN issue_id TYPE integer USING issue_id::integer;
-- alter-column issue_labels.label_id high
ALTER TABLE issue_labels ALTER COLUMN label_id TYPE integer USING label_id::integer;
-- alter-column issues.id high
ALTER TABLE issues ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column issues.id high
ALTER SEQUENCE issues_id_seq AS integer;
-- alter-column issues.project_id high
ALTER TABLE issues ALTER COLUMN project_id TYPE integer USING project_id::integer;
-- alter-column issues.title high
ALTER TABLE issues ALTER COLUMN title TYPE character varying(200) USING title::character varying(200);
-- alter-column issues.state high
ALTER TABLE issues ALTER COLUMN state DROP DEFAULT;
-- alter-column issues.state high
ALTER TABLE issues ALTER COLUMN state TYPE character varying(10) USING state::character varying(10);
-- alter-column issues.state high
ALTER TABLE issues ALTER COLUMN state SET DEFAULT 'open'::character varying;
-- alter-column issues.author_id high
ALTER TABLE issues ALTER COLUMN author_id TYPE integer USING author_id::integer;
-- alter-column issues.created_at high
ALTER TABLE issues ALTER COLUMN created_at DROP DEFAULT;
-- alter-column issues.created_at high
ALTER TABLE issues ALTER COLUMN created_at TYPE timestamp without time zone USING created_at::timestamp without time zone;
-- alter-column issues.created_at high
ALTER TABLE issues ALTER COLUMN created_at SET DEFAULT CURRENT_TIMESTAMP;
-- alter-column issues.created_at high
ALTER TABLE issues ALTER COLUMN created_at DROP NOT NULL;
-- alter-column labels.id high
ALTER TABLE labels ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column labels.id high
ALTER SEQUENCE labels_id_seq AS integer;
-- alter-column labels.project_id high
ALTER TABLE labels ALTER COLUMN project_id TYPE integer USING project_id::integer;
-- alter-column labels.name low
ALTER TABLE labels ALTER COLUMN name DROP NOT NULL;
-- alter-column labels.color high
ALTER TABLE labels ALTER COLUMN color DROP DEFAULT;
-- alter-column labels.color high
ALTER TABLE labels ALTER COLUMN color TYPE character(6) USING color::character(6);
-- alter-column labels.color high
ALTER TABLE labels ALTER COLUMN color SET DEFAULT 'ffffff'::bpchar;
-- alter-column projects.id high
ALTER TABLE projects ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column projects.id high
ALTER SEQUENCE projects_id_seq AS integer;
-- alter-column projects.owner_id high
ALTER TABLE projects ALTER COLUMN owner_id TYPE integer USING owner_id::integer;
-- alter-column users.id high
ALTER TABLE users ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column users.id high
ALTER SEQUENCE users_id_seq AS integer;
-- alter-column users.email low
ALTER TABLE users ALTER COLUMN email DROP DEFAULT;
-- alter-column users.email low
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
-- drop-column issue_labels.added_by high
ALTER TABLE issue_labels DROP COLUMN added_by;
-- drop-column projects.archived_at high
ALTER TABLE projects DROP COLUMN archived_at;
-- drop-column users.role high
ALTER TABLE users DROP COLUMN role;
-- add-check issues.issues_state_check medium
ALTER TABLE issues ADD CONSTRAINT issues_state_check CHECK (((state)::text = ANY ((ARRAY['open'::character varying, 'closed'::character varying])::text[])));
-- add-check projects.slug_lower medium
ALTER TABLE projects ADD CONSTRAINT slug_lower CHECK ((slug = lower(slug)));
-- add-index issues.issues_open low
CREATE INDEX issues_open ON issues (project_id, created_at DESC) WHERE ((state)::text = 'open'::text);
-- add-index projects.projects_slug medium
CREATE UNIQUE INDEX projects_slug ON projects (slug);
-- add-foreign-key comments.comments_issue_id_fkey medium
ALTER TABLE comments ADD CONSTRAINT comments_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES issues (id);
-- add-foreign-key comments.comments_parent_id_fkey medium
ALTER TABLE comments ADD CONSTRAINT comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comments (id);
-- add-foreign-key issues.issues_assignee_id_fkey medium
ALTER TABLE issues ADD CONSTRAINT issues_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES users (id);
-- add-foreign-key projects.projects_owner_id_fkey medium
ALTER TABLE projects ADD CONSTRAINT projects_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES users (id);
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
-- add-view open_counts low
CREATE VIEW open_counts AS
SELECT issues.project_id,
    count(*) FILTER (WHERE ((issues.state)::text = 'open'::text)) AS open,
    count(*) AS all_issues
   FROM issues
  GROUP BY issues.project_id;
-- add-view dashboard low
CREATE VIEW dashboard AS
SELECT p.slug,
    u.login,
    COALESCE(c.open, (0)::bigint) AS open
   FROM ((projects p
     LEFT JOIN users u ON ((u.id = p.owner_id)))
     LEFT JOIN open_counts c ON ((c.project_id = p.id)));
-- drop-enum issue_state low
DROP TYPE issue_state;
