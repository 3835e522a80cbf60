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
-- add-object btree_gist low
CREATE EXTENSION btree_gist;
-- add-column finding.unit low
ALTER TABLE finding ADD COLUMN unit text;
-- alter-column finding.id medium
ALTER TABLE finding ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column finding.id medium
ALTER SEQUENCE finding_id_seq AS bigint;
-- alter-column finding.patient_no medium
ALTER TABLE finding ALTER COLUMN patient_no TYPE character varying(20) USING patient_no::character varying(20);
-- alter-column finding.code medium
ALTER TABLE finding ALTER COLUMN code SET NOT NULL;
-- alter-column finding.value high
ALTER TABLE finding ALTER COLUMN value TYPE numeric(10,3) USING value::numeric(10,3);
-- alter-column patient.patient_no medium
ALTER TABLE patient ALTER COLUMN patient_no TYPE character varying(20) USING patient_no::character varying(20);
-- alter-column patient.name medium
ALTER TABLE patient ALTER COLUMN name SET NOT NULL;
-- alter-column stay.patient_no medium
ALTER TABLE stay ALTER COLUMN patient_no TYPE character varying(20) USING patient_no::character varying(20);
-- alter-column ward.name high
ALTER TABLE ward ALTER COLUMN name TYPE character varying(60) USING name::character varying(60);
-- alter-column ward.beds high
ALTER TABLE ward ALTER COLUMN beds TYPE smallint USING beds::smallint;
-- alter-column ward.beds high
ALTER TABLE ward ALTER COLUMN beds SET DEFAULT 0;
-- add-column patient.age_group low
ALTER TABLE patient ADD COLUMN age_group text GENERATED ALWAYS AS (
CASE
    WHEN (born IS NULL) THEN '?'::text
    WHEN (born > '2000-01-01'::date) THEN 'young'::text
    ELSE 'old'::text
END) STORED;
-- add-check patient.patient_sex_check medium
ALTER TABLE patient ADD CONSTRAINT patient_sex_check CHECK ((sex = ANY (ARRAY['m'::bpchar, 'f'::bpchar, 'x'::bpchar, 'u'::bpchar])));
-- add-exclusion stay.one_bed medium
ALTER TABLE stay ADD CONSTRAINT one_bed EXCLUDE USING gist (patient_no WITH =, daterange(from_day, to_day) WITH &&);
-- add-foreign-key finding.finding_patient_no_from_day_fkey medium
ALTER TABLE finding ADD CONSTRAINT finding_patient_no_from_day_fkey FOREIGN KEY (patient_no, from_day) REFERENCES stay (patient_no, from_day) ON UPDATE CASCADE ON DELETE CASCADE;
-- add-foreign-key staff.staff_boss_id_fkey medium
ALTER TABLE staff ADD CONSTRAINT staff_boss_id_fkey FOREIGN KEY (boss_id) REFERENCES staff (staff_id) ON DELETE SET NULL;
-- add-foreign-key staff.staff_ward_id_fkey medium
ALTER TABLE staff ADD CONSTRAINT staff_ward_id_fkey FOREIGN KEY (ward_id) REFERENCES ward (ward_id) ON DELETE SET NULL;
-- add-foreign-key stay.stay_patient_no_fkey medium
ALTER TABLE stay ADD CONSTRAINT stay_patient_no_fkey FOREIGN KEY (patient_no) REFERENCES patient (patient_no) ON UPDATE CASCADE ON DELETE CASCADE;
-- add-foreign-key ward.ward_head medium
ALTER TABLE ward ADD CONSTRAINT ward_head FOREIGN KEY (head_id) REFERENCES staff (staff_id);
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
    ON DELETE TO patient
   WHERE old.name <> 'test'::text DO INSTEAD NOTHING;
