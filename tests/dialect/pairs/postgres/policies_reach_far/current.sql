create table org (id int primary key, owner text);
create table doc (id int primary key, org_id int references org, body text, secret boolean);
alter table doc enable row level security;
create policy see on doc for select to public using (exists (select 1 from org o where o.id = doc.org_id and o.owner = current_user));
create policy make on doc as restrictive for insert with check (not secret);
insert into org values (1, 'me'); insert into doc values (1, 1, 'x', false);
