-- drop-view busy low
DROP VIEW busy;
-- drop-table likes high
DROP TABLE likes;
-- rebuild-table posts low
CREATE TABLE dbx_rebuild_posts AS SELECT id, thread, body, made FROM posts;
-- rebuild-table threads low
CREATE TABLE dbx_rebuild_threads AS SELECT id, author, title FROM threads;
-- rebuild-table users low
CREATE TABLE dbx_rebuild_users AS SELECT id, name FROM users;
-- rebuild-table posts high
DROP TABLE posts;
-- rebuild-table threads high
DROP TABLE threads;
-- rebuild-table users high
DROP TABLE users;
-- rebuild-table users low
CREATE TABLE users (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (name)
);
-- rebuild-table users low
INSERT INTO users (id, name) SELECT id, name FROM dbx_rebuild_users;
-- rebuild-table users low
DROP TABLE dbx_rebuild_users;
-- rebuild-table threads low
CREATE TABLE threads (
  id INTEGER NOT NULL,
  author INTEGER,
  title VARCHAR,
  PRIMARY KEY (id),
  FOREIGN KEY (author) REFERENCES users (id)
);
-- rebuild-table threads low
INSERT INTO threads (id, author, title) SELECT id, author, title FROM dbx_rebuild_threads;
-- rebuild-table threads low
DROP TABLE dbx_rebuild_threads;
-- rebuild-table posts low
CREATE TABLE posts (
  id INTEGER NOT NULL,
  thread INTEGER NOT NULL,
  body VARCHAR,
  made TIMESTAMP DEFAULT now(),
  PRIMARY KEY (id),
  FOREIGN KEY (thread) REFERENCES threads (id)
);
-- rebuild-table posts low
INSERT INTO posts (id, thread, body, made) SELECT id, thread, body, made FROM dbx_rebuild_posts;
-- rebuild-table posts low
DROP TABLE dbx_rebuild_posts;
-- rebuild-table posts low
CREATE INDEX posts_at ON posts (made);
-- add-view busy low
CREATE VIEW busy AS SELECT t.title, count_star() AS n FROM threads AS t INNER JOIN posts AS p ON ((p.thread = t.id)) GROUP BY t.id, t.title;
