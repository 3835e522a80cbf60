-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object patient.no_delete medium
DROP RULE no_delete ON patient;
-- drop-view occupancy low
DROP VIEW occupancy;
-- drop-foreign-key finding.finding_patient_no_from_day_fkey low
ALTER TABLE finding DROP CONSTRAINT finding_patient_no_from_day_fkey;
-- drop-foreign-key staff.staff_boss_id_fkey low
ALTER TABLE staff DROP CONSTRAINT staff_boss_id_fkey;
-- drop-foreign-key staff.staff_ward_id_fkey low
ALTER TABLE staff DROP CONSTRAINT staff_ward_id_fkey;
-- drop-foreign-key stay.stay_patient_no_fkey low
ALTER TABLE stay DROP CONSTRAINT stay_patient_no_fkey;
-- drop-foreign-key ward.ward_head low
ALTER TABLE ward DROP CONSTRAINT ward_head;
-- drop-check patient.patient_sex_check low
ALTER TABLE patient DROP CONSTRAINT patient_sex_check;
-- drop-exclusion stay.one_bed low
ALTER TABLE stay DROP CONSTRAINT one_bed;
-- drop-column patient.age_group medium
ALTER TABLE patient DROP COLUMN age_group;
-- alter-column finding.id high
ALTER TABLE finding ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column finding.id high
ALTER SEQUENCE finding_id_seq AS integer;
-- alter-column finding.patient_no high
ALTER TABLE finding ALTER COLUMN patient_no TYPE character varying(12) USING patient_no::character varying(12);
-- alter-column finding.code low
ALTER TABLE finding ALTER COLUMN code DROP NOT NULL;
-- alter-column finding.value medium
ALTER TABLE finding ALTER COLUMN value TYPE numeric USING value::numeric;
-- alter-column patient.patient_no high
ALTER TABLE patient ALTER COLUMN patient_no TYPE character varying(12) USING patient_no::character varying(12);
-- alter-column patient.name low
ALTER TABLE patient ALTER COLUMN name DROP NOT NULL;
-- alter-column stay.patient_no high
ALTER TABLE stay ALTER COLUMN patient_no TYPE character varying(12) USING patient_no::character varying(12);
-- alter-column ward.name medium
ALTER TABLE ward ALTER COLUMN name TYPE text USING name::text;
-- alter-column ward.beds medium
ALTER TABLE ward ALTER COLUMN beds DROP DEFAULT;
-- alter-column ward.beds medium
ALTER TABLE ward ALTER COLUMN beds TYPE integer USING beds::integer;
-- drop-column finding.unit high
ALTER TABLE finding DROP COLUMN unit;
-- add-check patient.patient_sex_check medium
ALTER TABLE patient ADD CONSTRAINT patient_sex_check CHECK ((sex = ANY (ARRAY['m'::bpchar, 'f'::bpchar, 'x'::bpchar])));
-- add-foreign-key finding.finding_patient_no_from_day_fkey medium
ALTER TABLE finding ADD CONSTRAINT finding_patient_no_from_day_fkey FOREIGN KEY (patient_no, from_day) REFERENCES stay (patient_no, from_day);
-- add-foreign-key staff.staff_boss_id_fkey medium
ALTER TABLE staff ADD CONSTRAINT staff_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES staff (staff_id);
-- add-foreign-key staff.staff_ward_id_fkey medium
ALTER TABLE staff ADD CONSTRAINT staff_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES ward (ward_id);
-- add-foreign-key stay.stay_patient_no_fkey medium
ALTER TABLE stay ADD CONSTRAINT stay_patient_no_fkey FOREIGN KEY (patient_no) REFERENCES patient (patient_no) ON UPDATE CASCADE;
-- add-foreign-key ward.ward_head medium
ALTER TABLE ward ADD CONSTRAINT ward_head FOREIGN KEY (head_id) REFERENCES staff (staff_id) DEFERRABLE INITIALLY DEFERRED;
-- add-view occupancy low
CREATE VIEW occupancy AS
SELECT w.ward_id,
    w.name,
    count(s.*) AS taken,
    (w.beds - count(s.*)) AS free
   FROM (ward w
     LEFT JOIN stay s ON (((s.ward_id = w.ward_id) AND (s.to_day IS NULL))))
  GROUP BY w.ward_id;
-- add-object patient.no_delete low
CREATE RULE no_delete AS
    ON DELETE TO patient DO INSTEAD NOTHING;
-- drop-object btree_gist medium
DROP EXTENSION btree_gist;
