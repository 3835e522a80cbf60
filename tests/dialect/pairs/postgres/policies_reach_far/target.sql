create table org (id bigint primary key, owner name, admins text[] default '{}');
create table doc (id int primary key, org_id bigint references org, body text, secret boolean not null default true);
alter table doc enable row level security; alter table doc force row level security;
create policy see on doc for all using (exists (select 1 from org o where o.id = doc.org_id and (o.owner = current_user or current_user = any (o.admins)))) with check (org_id > 0);
create policy make on doc as permissive for insert with check (not secret or org_id is null);
