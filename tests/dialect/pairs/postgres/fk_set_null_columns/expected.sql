-- drop-foreign-key comment.comment_tenant_id_post_id_fkey low
ALTER TABLE comment DROP CONSTRAINT comment_tenant_id_post_id_fkey;
-- drop-foreign-key post.post_tenant_id_fkey low
ALTER TABLE post DROP CONSTRAINT post_tenant_id_fkey;
-- add-column post.slug low
ALTER TABLE post ADD COLUMN slug text DEFAULT 'a'::text NOT NULL;
-- alter-column comment.post_id low
ALTER TABLE comment ALTER COLUMN post_id SET DEFAULT 1;
-- add-unique post.post_tenant_id_slug_key medium
ALTER TABLE post ADD CONSTRAINT post_tenant_id_slug_key UNIQUE (tenant_id, slug);
-- add-foreign-key comment.comment_tenant_id_post_id_fkey medium
ALTER TABLE comment ADD CONSTRAINT comment_tenant_id_post_id_fkey FOREIGN KEY (tenant_id, post_id) REFERENCES post (tenant_id, id) ON UPDATE CASCADE ON DELETE SET DEFAULT (post_id);
-- add-foreign-key post.post_tenant_id_fkey medium
ALTER TABLE post ADD CONSTRAINT post_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE;
