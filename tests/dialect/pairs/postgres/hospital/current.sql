create table patient (patient_no varchar(12) primary key, name text, born date, sex char(1) check (sex in ('m', 'f', 'x')));
create table ward (ward_id int primary key, name text, beds int);
create table staff (staff_id int primary key, name text, ward_id int references ward, boss_id int references staff);
alter table ward add head_id int; alter table ward add constraint ward_head foreign key (head_id) references staff deferrable initially deferred;
create table stay (patient_no varchar(12) references patient on update cascade, ward_id int references ward, from_day date, to_day date, primary key (patient_no, from_day), check (to_day >= from_day));
create table finding (id serial primary key, patient_no varchar(12), from_day date, code text, value numeric, foreign key (patient_no, from_day) references stay);
create view occupancy as select w.ward_id, w.name, count(s.*) as taken, w.beds - count(s.*) as free from ward w left join stay s on s.ward_id = w.ward_id and s.to_day is null group by w.ward_id;
create rule no_delete as on delete to patient do instead nothing;
insert into ward values (1, 'A', 10); insert into staff values (1, 'Dr', 1, null); update ward set head_id = 1; insert into patient values ('P1', 'x', '1980-01-01', 'f'); insert into stay values ('P1', 1, '2024-01-01', null); insert into finding (patient_no, from_day, code, value) values ('P1', '2024-01-01', 'bp', 120);
