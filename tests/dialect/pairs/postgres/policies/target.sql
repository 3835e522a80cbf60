create table t (a int, owner text);
alter table t enable row level security;
create policy p on t for select using (owner = current_user);
create policy q on t for insert with check (a > 0);
