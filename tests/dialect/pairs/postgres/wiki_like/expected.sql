-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object actor.no_actor_delete medium
DROP RULE no_actor_delete ON actor;
-- drop-object page.page_vector medium
DROP TRIGGER page_vector ON page;
-- drop-view recent low
DROP VIEW recent;
-- drop-foreign-key revision.revision_rev_page_fkey low
ALTER TABLE revision DROP CONSTRAINT revision_rev_page_fkey;
-- drop-foreign-key categorylinks.categorylinks_cl_from_fkey low
ALTER TABLE categorylinks DROP CONSTRAINT categorylinks_cl_from_fkey;
-- drop-foreign-key revision.revision_rev_actor_fkey low
ALTER TABLE revision DROP CONSTRAINT revision_rev_actor_fkey;
-- drop-foreign-key watchlist.watchlist_wl_user_fkey low
ALTER TABLE watchlist DROP CONSTRAINT watchlist_wl_user_fkey;
-- drop-index page.page_main_title low
DROP INDEX page_main_title;
-- drop-index pagelinks.pagelink_unique low
DROP INDEX pagelink_unique;
-- drop-unique revision.revision_rev_id_key low
ALTER TABLE revision DROP CONSTRAINT revision_rev_id_key;
-- drop-primary-key slots.slots_pkey low
ALTER TABLE slots DROP CONSTRAINT slots_pkey;
-- drop-unique watchlist.watchlist_wl_user_wl_title_key low
ALTER TABLE watchlist DROP CONSTRAINT watchlist_wl_user_wl_title_key;
-- add-column actor.actor_user low
ALTER TABLE actor ADD COLUMN actor_user integer;
-- add-column revision.rev_parent low
ALTER TABLE revision ADD COLUMN rev_parent bigint;
-- add-column watchlist.wl_at low
ALTER TABLE watchlist ADD COLUMN wl_at timestamp with time zone;
-- alter-column actor.actor_id medium
ALTER TABLE actor ALTER COLUMN actor_id TYPE bigint USING actor_id::bigint;
-- alter-column actor.actor_id medium
ALTER SEQUENCE actor_actor_id_seq AS bigint;
-- alter-column categorylinks.cl_from medium
ALTER TABLE categorylinks ALTER COLUMN cl_from TYPE bigint USING cl_from::bigint;
-- alter-column categorylinks.cl_sortkey low
ALTER TABLE categorylinks ALTER COLUMN cl_sortkey TYPE text COLLATE "POSIX" USING cl_sortkey::text;
-- alter-column content.content_sha1 high
ALTER TABLE content ALTER COLUMN content_sha1 TYPE bytea USING content_sha1::bytea;
-- alter-column page.titlevector high
ALTER TABLE page DROP COLUMN titlevector;
-- alter-column page.page_id medium
ALTER TABLE page ALTER COLUMN page_id TYPE bigint USING page_id::bigint;
-- alter-column page.page_id medium
ALTER SEQUENCE page_page_id_seq AS bigint;
-- alter-column page.page_is_redirect high
ALTER TABLE page ALTER COLUMN page_is_redirect DROP DEFAULT;
-- alter-column page.page_is_redirect high
ALTER TABLE page ALTER COLUMN page_is_redirect TYPE boolean USING (page_is_redirect <> 0);
-- alter-column page.page_is_redirect high
ALTER TABLE page ALTER COLUMN page_is_redirect SET DEFAULT false;
-- alter-column page.page_random high
ALTER TABLE page ALTER COLUMN page_random DROP DEFAULT;
-- alter-column page.page_random high
ALTER TABLE page ALTER COLUMN page_random TYPE double precision USING page_random::double precision;
-- alter-column page.page_random high
ALTER TABLE page ALTER COLUMN page_random SET DEFAULT random();
-- alter-column page.page_latest medium
ALTER TABLE page ALTER COLUMN page_latest DROP DEFAULT;
-- alter-column page.page_latest medium
ALTER TABLE page ALTER COLUMN page_latest TYPE bigint USING page_latest::bigint;
-- alter-column page.page_latest medium
ALTER TABLE page ALTER COLUMN page_latest SET DEFAULT 0;
-- alter-column page.titlevector high
ALTER TABLE page ADD COLUMN titlevector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, page_title)) STORED;
-- alter-column pagelinks.pl_from medium
ALTER TABLE pagelinks ALTER COLUMN pl_from TYPE bigint USING pl_from::bigint;
-- alter-column revision.rev_id medium
ALTER TABLE revision ALTER COLUMN rev_id TYPE bigint USING rev_id::bigint;
-- alter-column revision.rev_id medium
ALTER SEQUENCE revision_rev_id_seq AS bigint;
-- alter-column revision.rev_page medium
ALTER TABLE revision ALTER COLUMN rev_page TYPE bigint USING rev_page::bigint;
-- alter-column revision.rev_actor medium
ALTER TABLE revision ALTER COLUMN rev_actor TYPE bigint USING rev_actor::bigint;
-- alter-column revision.rev_minor high
ALTER TABLE revision ALTER COLUMN rev_minor DROP DEFAULT;
-- alter-column revision.rev_minor high
ALTER TABLE revision ALTER COLUMN rev_minor TYPE boolean USING (rev_minor <> 0);
-- alter-column revision.rev_minor high
ALTER TABLE revision ALTER COLUMN rev_minor SET DEFAULT false;
-- alter-column slots.slot_revision_id medium
ALTER TABLE slots ALTER COLUMN slot_revision_id TYPE bigint USING slot_revision_id::bigint;
-- alter-column watchlist.wl_user medium
ALTER TABLE watchlist ALTER COLUMN wl_user TYPE bigint USING wl_user::bigint;
-- add-unique pagelinks.pagelink_pk medium
ALTER TABLE pagelinks ADD CONSTRAINT pagelink_pk UNIQUE (pl_from, pl_namespace, pl_title);
-- add-primary-key revision.revision_pkey medium
ALTER TABLE revision ADD CONSTRAINT revision_pkey PRIMARY KEY (rev_id);
-- add-primary-key slots.slots_pk medium
ALTER TABLE slots ADD CONSTRAINT slots_pk PRIMARY KEY (slot_role, slot_revision_id);
-- add-unique watchlist.watchlist_wl_user_wl_title_key medium
ALTER TABLE watchlist ADD CONSTRAINT watchlist_wl_user_wl_title_key UNIQUE NULLS NOT DISTINCT (wl_user, wl_title);
-- add-index page.page_main_title low
CREATE INDEX page_main_title ON page (page_title text_pattern_ops) WHERE ((page_namespace = 0) AND (NOT page_is_redirect));
-- add-foreign-key pagelinks.pagelinks_pl_from_fkey medium
ALTER TABLE pagelinks ADD CONSTRAINT pagelinks_pl_from_fkey FOREIGN KEY (pl_from) REFERENCES page (page_id);
-- add-foreign-key revision.revision_rev_page_fkey medium
ALTER TABLE revision ADD CONSTRAINT revision_rev_page_fkey FOREIGN KEY (rev_page) REFERENCES page (page_id) ON DELETE CASCADE;
-- add-foreign-key revision.revision_rev_parent_fkey medium
ALTER TABLE revision ADD CONSTRAINT revision_rev_parent_fkey FOREIGN KEY (rev_parent) REFERENCES revision (rev_id);
-- add-foreign-key categorylinks.categorylinks_cl_from_fkey medium
ALTER TABLE categorylinks ADD CONSTRAINT categorylinks_cl_from_fkey FOREIGN KEY (cl_from) REFERENCES page (page_id) DEFERRABLE;
-- add-foreign-key revision.revision_rev_actor_fkey medium
ALTER TABLE revision ADD CONSTRAINT revision_rev_actor_fkey FOREIGN KEY (rev_actor) REFERENCES actor (actor_id);
-- add-foreign-key watchlist.watchlist_wl_user_fkey medium
ALTER TABLE watchlist ADD CONSTRAINT watchlist_wl_user_fkey FOREIGN KEY (wl_user) REFERENCES actor (actor_id);
-- add-view recent low
CREATE VIEW recent AS
SELECT p.page_title,
    r.rev_timestamp,
    r.rev_minor,
    a.actor_name
   FROM ((revision r
     JOIN page p ON ((p.page_id = r.rev_page)))
     LEFT JOIN actor a ON ((a.actor_id = r.rev_actor)))
  ORDER BY r.rev_timestamp DESC;
-- add-object actor.no_actor_delete low
CREATE RULE no_actor_delete AS
    ON DELETE TO actor
   WHERE old.actor_user IS NULL DO INSTEAD NOTHING;
-- drop-object page_vector() medium
DROP FUNCTION page_vector();
