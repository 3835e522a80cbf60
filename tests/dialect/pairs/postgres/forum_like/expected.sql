-- drop-object posts.posts_index medium
DROP TRIGGER posts_index ON posts;
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
-- drop-index posts.posts_topic low
DROP INDEX posts_topic;
-- drop-check topics.title_filled low
ALTER TABLE topics DROP CONSTRAINT title_filled;
-- drop-index topics.topics_open low
DROP INDEX topics_open;
-- alter-column posts.state low
ALTER TABLE posts ALTER COLUMN state DROP DEFAULT;
-- save-rows likes medium
CREATE TABLE dbx_rows_likes AS TABLE likes;
-- drop-table old_badges high
DROP TABLE old_badges;
-- drop-table likes medium
DROP TABLE likes;
-- add-enum badge_kind low
CREATE TYPE badge_kind AS ENUM ('gold', 'silver');
-- replace-enum post_state medium
ALTER TYPE post_state RENAME TO dbx_old_post_state;
-- replace-enum post_state medium
CREATE TYPE post_state AS ENUM ('published', 'draft', 'hidden', 'deleted');
-- replace-enum post_state medium
ALTER TABLE posts ALTER COLUMN state TYPE post_state USING state::text::post_state;
-- replace-enum post_state medium
DROP TYPE dbx_old_post_state;
-- add-table likes low
CREATE TABLE likes (
  user_id bigint NOT NULL,
  post_id bigint NOT NULL,
  at timestamp with time zone DEFAULT now(),
  CONSTRAINT likes_pkey PRIMARY KEY (user_id, post_id)
) PARTITION BY HASH (user_id);
-- add-table badges low
CREATE TABLE badges (
  id serial NOT NULL,
  kind badge_kind NOT NULL,
  user_id bigint,
  CONSTRAINT badges_pkey PRIMARY KEY (id)
);
-- add-table likes_0 low
CREATE TABLE likes_0 PARTITION OF likes FOR VALUES WITH (modulus 2, remainder 0);
-- add-table likes_1 low
CREATE TABLE likes_1 PARTITION OF likes FOR VALUES WITH (modulus 2, remainder 1);
-- add-column groups.about low
ALTER TABLE groups ADD COLUMN about text;
-- add-column settings.updated_at low
ALTER TABLE settings ADD COLUMN updated_at timestamp with time zone DEFAULT now();
-- add-column topics.pinned low
ALTER TABLE topics ADD COLUMN pinned boolean DEFAULT false NOT NULL;
-- add-column users.locale low
ALTER TABLE users ADD COLUMN locale text DEFAULT 'en'::text NOT NULL;
-- alter-column group_users.user_id medium
ALTER TABLE group_users ALTER COLUMN user_id TYPE bigint USING user_id::bigint;
-- alter-column notifications.user_id medium
ALTER TABLE notifications ALTER COLUMN user_id TYPE bigint USING user_id::bigint;
-- alter-column notifications.data high
ALTER TABLE notifications ALTER COLUMN data TYPE jsonb USING data::jsonb;
-- alter-column posts.search high
ALTER TABLE posts DROP COLUMN search;
-- alter-column posts.id medium
ALTER TABLE posts ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column posts.id medium
ALTER SEQUENCE posts_id_seq AS bigint;
-- alter-column posts.topic_id medium
ALTER TABLE posts ALTER COLUMN topic_id TYPE bigint USING topic_id::bigint;
-- alter-column posts.user_id medium
ALTER TABLE posts ALTER COLUMN user_id TYPE bigint USING user_id::bigint;
-- alter-column posts.state low
ALTER TABLE posts ALTER COLUMN state SET DEFAULT 'hidden'::post_state;
-- alter-column posts.reply_to medium
ALTER TABLE posts ALTER COLUMN reply_to TYPE bigint USING reply_to::bigint;
-- alter-column posts.search high
ALTER TABLE posts ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, raw)) STORED;
-- alter-column posts.search high
DROP INDEX IF EXISTS posts_search;
-- alter-column posts.search high
CREATE INDEX posts_search ON posts USING gin (search);
-- alter-column topic_tags.topic_id medium
ALTER TABLE topic_tags ALTER COLUMN topic_id TYPE bigint USING topic_id::bigint;
-- alter-column topics.id medium
ALTER TABLE topics ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column topics.id medium
ALTER SEQUENCE topics_id_seq AS bigint;
-- alter-column topics.user_id medium
ALTER TABLE topics ALTER COLUMN user_id TYPE bigint USING user_id::bigint;
-- alter-column topics.bumped_at high
ALTER TABLE topics ALTER COLUMN bumped_at TYPE timestamp with time zone USING bumped_at::timestamp with time zone;
-- alter-column users.id medium
ALTER TABLE users ALTER COLUMN id DROP DEFAULT;
-- alter-column users.id medium
DROP SEQUENCE users_id_seq;
-- alter-column users.id medium
ALTER TABLE users ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column users.id medium
ALTER TABLE users ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
-- alter-column users.id medium
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('users', 'id'), coalesce((SELECT max(id) FROM users), 0) + 1, false);
-- alter-column users.login medium
ALTER TABLE users ALTER COLUMN login TYPE character varying(80) USING login::character varying(80);
-- alter-column users.created_at high
ALTER TABLE users ALTER COLUMN created_at DROP DEFAULT;
-- alter-column users.created_at high
ALTER TABLE users ALTER COLUMN created_at TYPE timestamp with time zone USING created_at::timestamp with time zone;
-- alter-column users.created_at high
ALTER TABLE users ALTER COLUMN created_at SET DEFAULT now();
-- alter-column users.trust high
ALTER TABLE users ALTER COLUMN trust DROP DEFAULT;
-- alter-column users.trust high
ALTER TABLE users ALTER COLUMN trust TYPE smallint USING trust::smallint;
-- alter-column users.trust high
ALTER TABLE users ALTER COLUMN trust SET DEFAULT 0;
-- alter-column users.trust high
UPDATE users SET trust = 0 WHERE trust IS NULL;
-- alter-column users.trust high
ALTER TABLE users ALTER COLUMN trust SET NOT NULL;
-- drop-column categories.position high
ALTER TABLE categories DROP COLUMN "position";
-- drop-column posts.likes high
ALTER TABLE posts DROP COLUMN likes;
-- restore-rows likes medium
INSERT INTO likes (user_id, post_id, at) OVERRIDING SYSTEM VALUE SELECT user_id::bigint, post_id::bigint, at::timestamp with time zone FROM dbx_rows_likes;
-- restore-rows likes medium
DROP TABLE dbx_rows_likes;
-- add-primary-key group_users.group_users_pkey medium
ALTER TABLE group_users ADD CONSTRAINT group_users_pkey PRIMARY KEY (user_id, group_id);
-- add-unique tags.tag_once medium
ALTER TABLE tags ADD CONSTRAINT tag_once UNIQUE (name);
-- add-check topics.title_filled medium
ALTER TABLE topics ADD CONSTRAINT title_filled CHECK ((length(btrim((title)::text)) > 0));
-- add-index notifications.unread low
CREATE INDEX unread ON notifications (user_id) WHERE (NOT read);
-- add-index posts.posts_topic low
CREATE INDEX posts_topic ON posts (topic_id, id) INCLUDE (state);
-- add-index topics.topics_open low
CREATE INDEX topics_open ON topics (pinned DESC, bumped_at DESC) WHERE (NOT closed);
-- add-index users.users_email medium
CREATE UNIQUE INDEX users_email ON users (email) WHERE (email IS NOT NULL);
-- add-foreign-key categories.categories_parent_id_fkey medium
ALTER TABLE categories ADD CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES categories (id) ON DELETE SET NULL;
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
-- add-foreign-key badges.badges_user_id_fkey medium
ALTER TABLE badges ADD CONSTRAINT badges_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);
-- add-view active_topics low
CREATE VIEW active_topics AS
SELECT t.id,
    t.title,
    u.login,
    u.locale,
    count(p.id) AS posts
   FROM ((topics t
     JOIN users u ON ((u.id = t.user_id)))
     LEFT JOIN posts p ON ((p.topic_id = t.id)))
  WHERE (NOT t.closed)
  GROUP BY t.id, t.title, u.login, u.locale;
-- add-view user_stats low
CREATE MATERIALIZED VIEW user_stats AS
SELECT u.id,
    count(p.id) AS n,
    max(p.id) AS last
   FROM (users u
     LEFT JOIN posts p ON ((p.user_id = u.id)))
  GROUP BY u.id;
-- add-index user_stats.user_stats_id medium
CREATE UNIQUE INDEX user_stats_id ON user_stats (id);
-- drop-object posts_index() medium
DROP FUNCTION posts_index();
