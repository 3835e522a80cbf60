-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object actor.no_actor_delete medium
DROP RULE no_actor_delete ON actor;
-- drop-view recent low
DROP VIEW recent;
-- drop-foreign-key pagelinks.pagelinks_pl_from_fkey low
ALTER TABLE pagelinks DROP CONSTRAINT pagelinks_pl_from_fkey;
-- drop-foreign-key revision.revision_rev_page_fkey low
ALTER TABLE revision DROP CONSTRAINT revision_rev_page_fkey;
-- drop-foreign-key revision.revision_rev_parent_fkey low
ALTER TABLE revision DROP CONSTRAINT revision_rev_parent_fkey;
-- drop-foreign-key categorylinks.categorylinks_cl_from_fkey low
ALTER TABLE categorylinks DROP CONSTRAINT categorylinks_cl_from_fkey;
-- drop-foreign-key revision.revision_rev_actor_fkey low
ALTER TABLE revision DROP CONSTRAINT revision_rev_actor_fkey;
-- drop-foreign-key watchlist.watchlist_wl_user_fkey low
ALTER TABLE watchlist DROP CONSTRAINT watchlist_wl_user_fkey;
-- drop-index page.page_main_title low
DROP INDEX page_main_title;
-- drop-unique pagelinks.pagelink_pk low
ALTER TABLE pagelinks DROP CONSTRAINT pagelink_pk;
-- drop-primary-key revision.revision_pkey low
ALTER TABLE revision DROP CONSTRAINT revision_pkey;
-- drop-primary-key slots.slots_pk low
ALTER TABLE slots DROP CONSTRAINT slots_pk;
-- drop-unique watchlist.watchlist_wl_user_wl_title_key low
ALTER TABLE watchlist DROP CONSTRAINT watchlist_wl_user_wl_title_key;
-- add-object page_vector() low
CREATE OR REPLACE FUNCTION page_vector()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN NEW.titlevector = to_tsvector(NEW.page_title); RETURN NEW; END $function$;
-- alter-column actor.actor_id high
ALTER TABLE actor ALTER COLUMN actor_id TYPE integer USING actor_id::integer;
-- alter-column actor.actor_id high
ALTER SEQUENCE actor_actor_id_seq AS integer;
-- alter-column categorylinks.cl_from high
ALTER TABLE categorylinks ALTER COLUMN cl_from TYPE integer USING cl_from::integer;
-- alter-column categorylinks.cl_sortkey low
ALTER TABLE categorylinks ALTER COLUMN cl_sortkey TYPE text COLLATE "C" USING cl_sortkey::text;
-- alter-column content.content_sha1 high
ALTER TABLE content ALTER COLUMN content_sha1 TYPE character varying(32) USING content_sha1::character varying(32);
-- alter-column page.page_id high
ALTER TABLE page ALTER COLUMN page_id TYPE integer USING page_id::integer;
-- alter-column page.page_id high
ALTER SEQUENCE page_page_id_seq AS integer;
-- alter-column page.page_is_redirect high
ALTER TABLE page ALTER COLUMN page_is_redirect DROP DEFAULT;
-- alter-column page.page_is_redirect high
ALTER TABLE page ALTER COLUMN page_is_redirect TYPE smallint USING page_is_redirect::integer::smallint;
-- alter-column page.page_is_redirect high
ALTER TABLE page ALTER COLUMN page_is_redirect SET DEFAULT 0;
-- alter-column page.page_random high
ALTER TABLE page ALTER COLUMN page_random DROP DEFAULT;
-- alter-column page.page_random high
ALTER TABLE page ALTER COLUMN page_random TYPE numeric(15,14) USING page_random::numeric(15,14);
-- alter-column page.page_random high
ALTER TABLE page ALTER COLUMN page_random SET DEFAULT random();
-- alter-column page.page_latest high
ALTER TABLE page ALTER COLUMN page_latest DROP DEFAULT;
-- alter-column page.page_latest high
ALTER TABLE page ALTER COLUMN page_latest TYPE integer USING page_latest::integer;
-- alter-column page.page_latest high
ALTER TABLE page ALTER COLUMN page_latest SET DEFAULT 0;
-- alter-column page.titlevector low
ALTER TABLE page ALTER COLUMN titlevector DROP EXPRESSION;
-- alter-column pagelinks.pl_from high
ALTER TABLE pagelinks ALTER COLUMN pl_from TYPE integer USING pl_from::integer;
-- alter-column revision.rev_id high
ALTER TABLE revision ALTER COLUMN rev_id TYPE integer USING rev_id::integer;
-- alter-column revision.rev_id high
ALTER SEQUENCE revision_rev_id_seq AS integer;
-- alter-column revision.rev_page high
ALTER TABLE revision ALTER COLUMN rev_page TYPE integer USING rev_page::integer;
-- alter-column revision.rev_actor high
ALTER TABLE revision ALTER COLUMN rev_actor TYPE integer USING rev_actor::integer;
-- alter-column revision.rev_minor high
ALTER TABLE revision ALTER COLUMN rev_minor DROP DEFAULT;
-- alter-column revision.rev_minor high
ALTER TABLE revision ALTER COLUMN rev_minor TYPE smallint USING rev_minor::integer::smallint;
-- alter-column revision.rev_minor high
ALTER TABLE revision ALTER COLUMN rev_minor SET DEFAULT 0;
-- alter-column slots.slot_revision_id high
ALTER TABLE slots ALTER COLUMN slot_revision_id TYPE integer USING slot_revision_id::integer;
-- alter-column watchlist.wl_user high
ALTER TABLE watchlist ALTER COLUMN wl_user TYPE integer USING wl_user::integer;
-- drop-column actor.actor_user high
ALTER TABLE actor DROP COLUMN actor_user;
-- drop-column revision.rev_parent high
ALTER TABLE revision DROP COLUMN rev_parent;
-- drop-column watchlist.wl_at high
ALTER TABLE watchlist DROP COLUMN wl_at;
-- add-unique revision.revision_rev_id_key medium
ALTER TABLE revision ADD CONSTRAINT revision_rev_id_key UNIQUE (rev_id);
-- add-primary-key slots.slots_pkey medium
ALTER TABLE slots ADD CONSTRAINT slots_pkey PRIMARY KEY (slot_revision_id, slot_role);
-- add-unique watchlist.watchlist_wl_user_wl_title_key medium
ALTER TABLE watchlist ADD CONSTRAINT watchlist_wl_user_wl_title_key UNIQUE (wl_user, wl_title);
-- add-index page.page_main_title low
CREATE INDEX page_main_title ON page (page_title text_pattern_ops) WHERE (page_namespace = 0);
-- add-index pagelinks.pagelink_unique medium
CREATE UNIQUE INDEX pagelink_unique ON pagelinks (pl_from, pl_namespace, pl_title);
-- add-foreign-key revision.revision_rev_page_fkey medium
ALTER TABLE revision ADD CONSTRAINT revision_rev_page_fkey FOREIGN KEY (rev_page) REFERENCES page (page_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
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
    a.actor_name
   FROM ((revision r
     JOIN page p ON ((p.page_id = r.rev_page)))
     JOIN actor a ON ((a.actor_id = r.rev_actor)))
  ORDER BY r.rev_timestamp DESC;
-- add-object page.page_vector low
CREATE TRIGGER page_vector BEFORE INSERT OR UPDATE ON page FOR EACH ROW EXECUTE FUNCTION page_vector();
-- add-object actor.no_actor_delete low
CREATE RULE no_actor_delete AS
    ON DELETE TO actor DO INSTEAD NOTHING;
