create extension btree_gist;
create table patient (patient_no varchar(20) primary key, name text not null, born date, sex char(1) check (sex in ('m', 'f', 'x', 'u')), age_group text generated always as (case when born is null then '?' when born > date '2000-01-01' then 'young' else 'old' end) stored);
create table ward (ward_id int primary key, name varchar(60), beds smallint default 0, head_id int);
create table staff (staff_id int primary key, name text, ward_id int references ward on delete set null, boss_id int references staff on delete set null);
alter table ward add constraint ward_head foreign key (head_id) references staff;
create table stay (patient_no varchar(20) references patient on update cascade on delete cascade, ward_id int references ward, from_day date, to_day date, primary key (patient_no, from_day), check (to_day >= from_day), constraint one_bed exclude using gist (patient_no with =, daterange(from_day, to_day) with &&));
create table finding (id bigserial primary key, patient_no varchar(20), from_day date, code text not null, value numeric(10,3), unit text, foreign key (patient_no, from_day) references stay on update cascade on delete cascade);
create view occupancy as select w.ward_id, w.name, count(s.*) as taken, w.beds - count(s.*) as free from ward w left join stay s on s.ward_id = w.ward_id and s.to_day is null group by w.ward_id;
create rule no_delete as on delete to patient where old.name <> 'test' do instead nothing;
