-- drop-view busy low
DROP VIEW busy;
-- rebuild-table posts low
CREATE TABLE dbx_rebuild_posts AS SELECT id, thread, body, made FROM posts;
-- rebuild-table threads low
CREATE TABLE dbx_rebuild_threads AS SELECT id, author, title FROM threads;
-- rebuild-table users low
CREATE TABLE dbx_rebuild_users AS SELECT id, name FROM users;
-- rebuild-table posts high
DROP TABLE posts;
-- rebuild-table threads medium
DROP TABLE threads;
-- rebuild-table users medium
DROP TABLE users;
-- rebuild-table users low
CREATE TABLE users (
  id BIGINT NOT NULL,
  name VARCHAR NOT NULL,
  role ENUM('user', 'mod') DEFAULT 'user',
  PRIMARY KEY (id),
  UNIQUE (name)
);
-- rebuild-table users low
INSERT INTO users (id, name) SELECT id, name FROM dbx_rebuild_users;
-- rebuild-table users low
DROP TABLE dbx_rebuild_users;
-- rebuild-table threads low
CREATE TABLE threads (
  id BIGINT NOT NULL,
  author BIGINT,
  title VARCHAR DEFAULT '' NOT NULL,
  locked BOOLEAN DEFAULT CAST('f' AS BOOLEAN),
  PRIMARY KEY (id),
  FOREIGN KEY (author) REFERENCES users (id)
);
-- rebuild-table threads low
INSERT INTO threads (id, author, title) SELECT id, author, coalesce(title, '') FROM dbx_rebuild_threads;
-- rebuild-table threads low
DROP TABLE dbx_rebuild_threads;
-- rebuild-table posts low
CREATE TABLE posts (
  id BIGINT NOT NULL,
  thread BIGINT NOT NULL,
  body VARCHAR NOT NULL,
  made TIMESTAMP WITH TIME ZONE DEFAULT now(),
  words INTEGER GENERATED ALWAYS AS (length(body)),
  PRIMARY KEY (id),
  FOREIGN KEY (thread) REFERENCES threads (id)
);
-- rebuild-table posts low
INSERT INTO posts (id, thread, body, made) SELECT id, thread, body, made FROM dbx_rebuild_posts;
-- rebuild-table posts low
DROP TABLE dbx_rebuild_posts;
-- rebuild-table posts low
CREATE INDEX posts_at ON posts (thread, made);
-- add-table likes low
CREATE TABLE likes (
  post BIGINT NOT NULL,
  user BIGINT NOT NULL,
  PRIMARY KEY (post, user),
  FOREIGN KEY (post) REFERENCES posts (id),
  FOREIGN KEY (user) REFERENCES users (id)
);
-- add-view busy low
CREATE VIEW busy AS SELECT t.title, count_star() AS n, max(p.made) AS "last" FROM threads AS t INNER JOIN posts AS p ON ((p.thread = t.id)) GROUP BY t.id, t.title HAVING (count_star() > 1);
