-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view user_stats low
DROP MATERIALIZED VIEW user_stats;
-- drop-view active_topics low
DROP VIEW active_topics;
-- drop-foreign-key categories.categories_parent_id_fkey low
ALTER TABLE categories DROP CONSTRAINT categories_parent_id_fkey;
-- drop-foreign-key group_users.group_users_user_id_fkey low
ALTER TABLE group_users DROP CONSTRAINT group_users_user_id_fkey;
-- drop-foreign-key notifications.notifications_user_id_fkey low
ALTER TABLE notifications DROP CONSTRAINT notifications_user_id_fkey;
-- drop-foreign-key posts.posts_reply_to_fkey low
ALTER TABLE posts DROP CONSTRAINT posts_reply_to_fkey;
-- drop-foreign-key posts.posts_topic_id_fkey low
ALTER TABLE posts DROP CONSTRAINT posts_topic_id_fkey;
-- drop-foreign-key posts.posts_user_id_fkey low
ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey;
-- drop-foreign-key topic_tags.topic_tags_topic_id_fkey low
ALTER TABLE topic_tags DROP CONSTRAINT topic_tags_topic_id_fkey;
-- drop-foreign-key topics.topics_user_id_fkey low
ALTER TABLE topics DROP CONSTRAINT topics_user_id_fkey;
-- drop-primary-key group_users.group_users_pkey low
ALTER TABLE group_users DROP CONSTRAINT group_users_pkey;
-- drop-index notifications.unread low
DROP INDEX unread;
-- drop-index posts.posts_topic low
DROP INDEX posts_topic;
-- drop-unique tags.tag_once low
ALTER TABLE tags DROP CONSTRAINT tag_once;
-- drop-check topics.title_filled low
ALTER TABLE topics DROP CONSTRAINT title_filled;
-- drop-index topics.topics_open low
DROP INDEX topics_open;
-- drop-index users.users_email low
DROP INDEX users_email;
-- alter-column posts.state low
ALTER TABLE posts ALTER COLUMN state DROP DEFAULT;
-- save-rows likes medium
CREATE TABLE dbx_rows_likes AS TABLE likes;
-- drop-table badges high
DROP TABLE badges;
-- drop-table likes medium
DROP TABLE likes;
-- replace-enum post_state high
ALTER TYPE post_state RENAME TO dbx_old_post_state;
-- replace-enum post_state high
CREATE TYPE post_state AS ENUM ('draft', 'published', 'deleted');
-- replace-enum post_state high
ALTER TABLE posts ALTER COLUMN state TYPE post_state USING state::text::post_state;
-- replace-enum post_state high
DROP TYPE dbx_old_post_state;
-- add-object posts_index() low
CREATE OR REPLACE FUNCTION posts_index()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.search := to_tsvector('english', NEW.raw); RETURN NEW; END $function$;
-- add-table likes low
CREATE TABLE likes (
  user_id integer NOT NULL,
  post_id integer NOT NULL,
  at timestamp without time zone DEFAULT now(),
  CONSTRAINT likes_pkey PRIMARY KEY (user_id, post_id)
);
-- add-table old_badges low
CREATE TABLE old_badges (
  id integer NOT NULL,
  CONSTRAINT old_badges_pkey PRIMARY KEY (id)
);
-- add-column categories.position low
ALTER TABLE categories ADD COLUMN "position" integer;
-- add-column posts.likes low
ALTER TABLE posts ADD COLUMN likes integer DEFAULT 0;
-- alter-column group_users.user_id high
ALTER TABLE group_users ALTER COLUMN user_id TYPE integer USING user_id::integer;
-- alter-column notifications.user_id high
ALTER TABLE notifications ALTER COLUMN user_id TYPE integer USING user_id::integer;
-- alter-column notifications.data high
ALTER TABLE notifications ALTER COLUMN data TYPE character varying(1000) USING data::character varying(1000);
-- alter-column posts.id high
ALTER TABLE posts ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column posts.id high
ALTER SEQUENCE posts_id_seq AS integer;
-- alter-column posts.topic_id high
ALTER TABLE posts ALTER COLUMN topic_id TYPE integer USING topic_id::integer;
-- alter-column posts.user_id high
ALTER TABLE posts ALTER COLUMN user_id TYPE integer USING user_id::integer;
-- alter-column posts.state low
ALTER TABLE posts ALTER COLUMN state SET DEFAULT 'draft'::post_state;
-- alter-column posts.reply_to high
ALTER TABLE posts ALTER COLUMN reply_to TYPE integer USING reply_to::integer;
-- alter-column posts.search low
ALTER TABLE posts ALTER COLUMN search DROP EXPRESSION;
-- alter-column topic_tags.topic_id high
ALTER TABLE topic_tags ALTER COLUMN topic_id TYPE integer USING topic_id::integer;
-- alter-column topics.id high
ALTER TABLE topics ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column topics.id high
ALTER SEQUENCE topics_id_seq AS integer;
-- alter-column topics.user_id high
ALTER TABLE topics ALTER COLUMN user_id TYPE integer USING user_id::integer;
-- alter-column topics.bumped_at high
ALTER TABLE topics ALTER COLUMN bumped_at TYPE timestamp without time zone USING bumped_at::timestamp without time zone;
-- alter-column users.id high
ALTER TABLE users ALTER COLUMN id DROP IDENTITY;
-- alter-column users.id high
ALTER TABLE users ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column users.id high
CREATE SEQUENCE users_id_seq AS integer OWNED BY users.id;
-- alter-column users.id high
ALTER TABLE users ALTER COLUMN id SET DEFAULT nextval('users_id_seq'::regclass);
-- alter-column users.id high
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('users', 'id'), coalesce((SELECT max(id) FROM users), 0) + 1, false);
-- alter-column users.login high
ALTER TABLE users ALTER COLUMN login TYPE character varying(60) USING login::character varying(60);
-- alter-column users.created_at high
ALTER TABLE users ALTER COLUMN created_at DROP DEFAULT;
-- alter-column users.created_at high
ALTER TABLE users ALTER COLUMN created_at TYPE timestamp without time zone USING created_at::timestamp without time zone;
-- alter-column users.created_at high
ALTER TABLE users ALTER COLUMN created_at SET DEFAULT now();
-- alter-column users.trust medium
ALTER TABLE users ALTER COLUMN trust DROP DEFAULT;
-- alter-column users.trust medium
ALTER TABLE users ALTER COLUMN trust TYPE integer USING trust::integer;
-- alter-column users.trust medium
ALTER TABLE users ALTER COLUMN trust SET DEFAULT 0;
-- alter-column users.trust medium
ALTER TABLE users ALTER COLUMN trust DROP NOT NULL;
-- drop-column groups.about high
ALTER TABLE groups DROP COLUMN about;
-- drop-column settings.updated_at high
ALTER TABLE settings DROP COLUMN updated_at;
-- drop-column topics.pinned high
ALTER TABLE topics DROP COLUMN pinned;
-- drop-column users.locale high
ALTER TABLE users DROP COLUMN locale;
-- restore-rows likes medium
INSERT INTO likes (user_id, post_id, at) OVERRIDING SYSTEM VALUE SELECT user_id::integer, post_id::integer, at::timestamp without time zone FROM dbx_rows_likes;
-- restore-rows likes medium
DROP TABLE dbx_rows_likes;
-- add-primary-key group_users.group_users_pkey medium
ALTER TABLE group_users ADD CONSTRAINT group_users_pkey PRIMARY KEY (group_id, user_id);
-- add-check topics.title_filled medium
ALTER TABLE topics ADD CONSTRAINT title_filled CHECK ((length((title)::text) > 0));
-- add-index posts.posts_topic low
CREATE INDEX posts_topic ON posts (topic_id, id);
-- add-index topics.topics_open low
CREATE INDEX topics_open ON topics (bumped_at DESC) WHERE (NOT closed);
-- add-foreign-key categories.categories_parent_id_fkey medium
ALTER TABLE categories ADD CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES categories (id);
-- add-foreign-key group_users.group_users_user_id_fkey medium
ALTER TABLE group_users ADD CONSTRAINT group_users_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
-- add-foreign-key notifications.notifications_user_id_fkey medium
ALTER TABLE notifications ADD CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);
-- add-foreign-key posts.posts_reply_to_fkey medium
ALTER TABLE posts ADD CONSTRAINT posts_reply_to_fkey FOREIGN KEY (reply_to) REFERENCES posts (id);
-- add-foreign-key posts.posts_topic_id_fkey medium
ALTER TABLE posts ADD CONSTRAINT posts_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics (id) ON DELETE CASCADE;
-- add-foreign-key posts.posts_user_id_fkey medium
ALTER TABLE posts ADD CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
-- add-foreign-key topic_tags.topic_tags_topic_id_fkey medium
ALTER TABLE topic_tags ADD CONSTRAINT topic_tags_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics (id);
-- add-foreign-key topics.topics_user_id_fkey medium
ALTER TABLE topics ADD CONSTRAINT topics_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);
-- add-foreign-key likes.likes_post_id_fkey medium
ALTER TABLE likes ADD CONSTRAINT likes_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts (id);
-- add-foreign-key likes.likes_user_id_fkey medium
ALTER TABLE likes ADD CONSTRAINT likes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);
-- add-view active_topics low
CREATE VIEW active_topics AS
SELECT t.id,
    t.title,
    u.login,
    count(p.id) AS posts
   FROM ((topics t
     JOIN users u ON ((u.id = t.user_id)))
     LEFT JOIN posts p ON ((p.topic_id = t.id)))
  WHERE (NOT t.closed)
  GROUP BY t.id, t.title, u.login;
-- add-view user_stats low
CREATE MATERIALIZED VIEW user_stats AS
SELECT u.id,
    count(p.id) AS n
   FROM (users u
     LEFT JOIN posts p ON ((p.user_id = u.id)))
  GROUP BY u.id;
-- add-index user_stats.user_stats_id medium
CREATE UNIQUE INDEX user_stats_id ON user_stats (id);
-- add-object posts.posts_index low
CREATE TRIGGER posts_index BEFORE INSERT OR UPDATE OF raw ON posts FOR EACH ROW EXECUTE FUNCTION posts_index();
-- drop-enum badge_kind low
DROP TYPE badge_kind;
