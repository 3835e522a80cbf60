-- drop-view posts_by_day low
DROP MATERIALIZED VIEW posts_by_day;
-- drop-foreign-key channelmembers.channelmembers_userid_fkey low
ALTER TABLE channelmembers DROP CONSTRAINT channelmembers_userid_fkey;
-- drop-foreign-key channels.channels_teamid_fkey low
ALTER TABLE channels DROP CONSTRAINT channels_teamid_fkey;
-- drop-primary-key reactions.reactions_pkey low
ALTER TABLE reactions DROP CONSTRAINT reactions_pkey;
-- save-rows posts medium
CREATE TABLE dbx_rows_posts AS TABLE posts;
-- drop-table posts medium
DROP TABLE posts;
-- add-enum channel_type low
CREATE TYPE channel_type AS ENUM ('O', 'P', 'D');
-- add-table posts low
CREATE TABLE posts (
  id character varying(26) NOT NULL,
  createat bigint NOT NULL,
  userid character varying(26),
  channelid character varying(26),
  rootid character varying(26),
  message text,
  type character varying(26),
  hashtags character varying(1000),
  fileids jsonb,
  CONSTRAINT posts_pkey PRIMARY KEY (id, createat)
) PARTITION BY RANGE (createat);
-- add-table posts_old low
CREATE TABLE posts_old PARTITION OF posts FOR VALUES FROM (MINVALUE) TO ('1600000000000');
-- add-table posts_rest low
CREATE TABLE posts_rest PARTITION OF posts DEFAULT;
-- add-column channels.extra low
ALTER TABLE channels ADD COLUMN extra jsonb DEFAULT '{}'::jsonb;
-- add-column reactions.createat low
ALTER TABLE reactions ADD COLUMN createat bigint;
-- add-column status.dnd_until low
ALTER TABLE status ADD COLUMN dnd_until bigint;
-- add-column users.timezone low
ALTER TABLE users ADD COLUMN timezone jsonb DEFAULT '{"auto": true}'::jsonb;
-- alter-table status low
ALTER TABLE status SET LOGGED;
-- alter-column channelmembers.roles medium
ALTER TABLE channelmembers ALTER COLUMN roles TYPE text USING roles::text;
-- alter-column channelmembers.lastviewedat medium
ALTER TABLE channelmembers ALTER COLUMN lastviewedat SET DEFAULT 0;
-- alter-column channelmembers.lastviewedat medium
UPDATE channelmembers SET lastviewedat = 0 WHERE lastviewedat IS NULL;
-- alter-column channelmembers.lastviewedat medium
ALTER TABLE channelmembers ALTER COLUMN lastviewedat SET NOT NULL;
-- alter-column channelmembers.notifyprops high
ALTER TABLE channelmembers ALTER COLUMN notifyprops TYPE jsonb USING notifyprops::jsonb;
-- alter-column channels.type high
ALTER TABLE channels ALTER COLUMN type TYPE channel_type USING type::channel_type;
-- alter-column preferences.value medium
ALTER TABLE preferences ALTER COLUMN value TYPE text USING value::text;
-- alter-column sessions.expiresat high
ALTER TABLE sessions ALTER COLUMN expiresat TYPE timestamp with time zone USING to_timestamp(expiresat)::timestamp with time zone;
-- alter-column teams.props high
ALTER TABLE teams ALTER COLUMN props TYPE jsonb USING props::jsonb;
-- alter-column users.props high
ALTER TABLE users ALTER COLUMN props TYPE jsonb USING props::text::jsonb;
-- restore-rows posts medium
INSERT INTO posts (id, createat, userid, channelid, rootid, message, type, hashtags, fileids) OVERRIDING SYSTEM VALUE SELECT id, createat, userid, channelid, rootid, message::text, type, hashtags, fileids::jsonb FROM dbx_rows_posts;
-- restore-rows posts medium
DROP TABLE dbx_rows_posts;
-- add-primary-key reactions.reactions_pkey medium
ALTER TABLE reactions ADD CONSTRAINT reactions_pkey PRIMARY KEY (postid, userid, emojiname);
-- add-index channelmembers.idx_members_user low
CREATE INDEX idx_members_user ON channelmembers (userid, channelid, lastviewedat);
-- add-index channels.idx_channels_name low
CREATE INDEX idx_channels_name ON channels USING gin (displayname gin_trgm_ops);
-- add-index users.idx_users_lower low
CREATE INDEX idx_users_lower ON users ((lower(username::text)) text_pattern_ops);
-- add-index posts.idx_posts_channel low
CREATE INDEX idx_posts_channel ON posts (channelid, createat);
-- add-index posts.idx_posts_message_txt low
CREATE INDEX idx_posts_message_txt ON posts USING gin ((to_tsvector('english'::regconfig, message)));
-- add-foreign-key channelmembers.channelmembers_userid_fkey medium
ALTER TABLE channelmembers ADD CONSTRAINT channelmembers_userid_fkey FOREIGN KEY (userid) REFERENCES users (id) ON DELETE CASCADE;
-- add-foreign-key channels.channels_teamid_fkey medium
ALTER TABLE channels ADD CONSTRAINT channels_teamid_fkey FOREIGN KEY (teamid) REFERENCES teams (id) ON DELETE CASCADE;
-- add-foreign-key sessions.sessions_userid_fkey medium
ALTER TABLE sessions ADD CONSTRAINT sessions_userid_fkey FOREIGN KEY (userid) REFERENCES users (id);
-- add-view posts_by_day low
CREATE MATERIALIZED VIEW posts_by_day AS
SELECT date_trunc('day'::text, to_timestamp(((posts.createat / 1000))::double precision)) AS day,
    count(*) AS n,
    count(DISTINCT posts.userid) AS users
   FROM posts
  GROUP BY (date_trunc('day'::text, to_timestamp(((posts.createat / 1000))::double precision)));
