-- drop-view posts_by_day low
DROP MATERIALIZED VIEW posts_by_day;
-- drop-foreign-key channelmembers.channelmembers_userid_fkey low
ALTER TABLE channelmembers DROP CONSTRAINT channelmembers_userid_fkey;
-- drop-foreign-key channels.channels_teamid_fkey low
ALTER TABLE channels DROP CONSTRAINT channels_teamid_fkey;
-- drop-foreign-key sessions.sessions_userid_fkey low
ALTER TABLE sessions DROP CONSTRAINT sessions_userid_fkey;
-- drop-index channelmembers.idx_members_user low
DROP INDEX idx_members_user;
-- drop-index channels.idx_channels_name low
DROP INDEX idx_channels_name;
-- drop-primary-key reactions.reactions_pkey low
ALTER TABLE reactions DROP CONSTRAINT reactions_pkey;
-- drop-index users.idx_users_lower low
DROP INDEX idx_users_lower;
-- save-rows posts medium
CREATE TABLE dbx_rows_posts AS TABLE posts;
-- drop-table posts medium
DROP TABLE posts;
-- add-table posts low
CREATE TABLE posts (
  id character varying(26) NOT NULL,
  createat bigint,
  userid character varying(26),
  channelid character varying(26),
  rootid character varying(26),
  message character varying(65535),
  type character varying(26),
  hashtags character varying(1000),
  fileids character varying(300),
  CONSTRAINT posts_pkey PRIMARY KEY (id)
);
-- alter-table status low
ALTER TABLE status SET UNLOGGED;
-- alter-column channelmembers.roles high
ALTER TABLE channelmembers ALTER COLUMN roles TYPE character varying(256) USING roles::character varying(256);
-- alter-column channelmembers.notifyprops high
ALTER TABLE channelmembers ALTER COLUMN notifyprops TYPE character varying(2000) USING notifyprops::character varying(2000);
-- alter-column channelmembers.lastviewedat low
ALTER TABLE channelmembers ALTER COLUMN lastviewedat DROP DEFAULT;
-- alter-column channelmembers.lastviewedat low
ALTER TABLE channelmembers ALTER COLUMN lastviewedat DROP NOT NULL;
-- alter-column channels.type high
ALTER TABLE channels ALTER COLUMN type TYPE character(1) USING type::character(1);
-- alter-column preferences.value high
ALTER TABLE preferences ALTER COLUMN value TYPE character varying(2000) USING value::character varying(2000);
-- alter-column sessions.expiresat high
ALTER TABLE sessions ALTER COLUMN expiresat TYPE bigint USING extract(epoch FROM expiresat)::bigint;
-- alter-column teams.props medium
ALTER TABLE teams ALTER COLUMN props TYPE text USING props::text;
-- alter-column users.props high
ALTER TABLE users ALTER COLUMN props TYPE json USING props::text::json;
-- drop-column channels.extra high
ALTER TABLE channels DROP COLUMN extra;
-- drop-column reactions.createat high
ALTER TABLE reactions DROP COLUMN createat;
-- drop-column status.dnd_until high
ALTER TABLE status DROP COLUMN dnd_until;
-- drop-column users.timezone high
ALTER TABLE users DROP COLUMN timezone;
-- restore-rows posts medium
INSERT INTO posts (id, createat, userid, channelid, rootid, message, type, hashtags, fileids) OVERRIDING SYSTEM VALUE SELECT id, createat, userid, channelid, rootid, message::character varying(65535), type, hashtags, fileids::character varying(300) FROM dbx_rows_posts;
-- restore-rows posts medium
DROP TABLE dbx_rows_posts;
-- add-primary-key reactions.reactions_pkey medium
ALTER TABLE reactions ADD CONSTRAINT reactions_pkey PRIMARY KEY (userid, postid, emojiname);
-- add-index posts.idx_posts_channel low
CREATE INDEX idx_posts_channel ON posts (channelid, createat);
-- add-index posts.idx_posts_message_txt low
CREATE INDEX idx_posts_message_txt ON posts USING gin ((to_tsvector('english'::regconfig, message::text)));
-- add-foreign-key channelmembers.channelmembers_userid_fkey medium
ALTER TABLE channelmembers ADD CONSTRAINT channelmembers_userid_fkey FOREIGN KEY (userid) REFERENCES users (id);
-- add-foreign-key channels.channels_teamid_fkey medium
ALTER TABLE channels ADD CONSTRAINT channels_teamid_fkey FOREIGN KEY (teamid) REFERENCES teams (id);
-- add-view posts_by_day low
CREATE MATERIALIZED VIEW posts_by_day AS
SELECT date_trunc('day'::text, to_timestamp(((posts.createat / 1000))::double precision)) AS day,
    count(*) AS n
   FROM posts
  GROUP BY (date_trunc('day'::text, to_timestamp(((posts.createat / 1000))::double precision)));
-- drop-enum channel_type low
DROP TYPE channel_type;
