-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-view hr.payroll low
DROP MATERIALIZED VIEW hr.payroll;
-- drop-view fin.trial low
DROP VIEW fin.trial;
-- drop-view fin.balance low
DROP VIEW fin.balance;
-- drop-foreign-key fin.entry.entry_account_fkey low
ALTER TABLE fin.entry DROP CONSTRAINT entry_account_fkey;
-- drop-foreign-key hr.dept.dept_head_fkey low
ALTER TABLE hr.dept DROP CONSTRAINT dept_head_fkey;
-- drop-foreign-key hr.employee.employee_dept_fkey low
ALTER TABLE hr.employee DROP CONSTRAINT employee_dept_fkey;
-- drop-foreign-key fin.account.account_parent_fkey low
ALTER TABLE fin.account DROP CONSTRAINT account_parent_fkey;
-- drop-foreign-key fin.journal.journal_by_emp_fkey low
ALTER TABLE fin.journal DROP CONSTRAINT journal_by_emp_fkey;
-- drop-check fin.account.account_kind_check low
ALTER TABLE fin.account DROP CONSTRAINT account_kind_check;
-- drop-index fin.entry.entry_account low
DROP INDEX fin.entry_account;
-- drop-check hr.employee.employee_salary_check low
ALTER TABLE hr.employee DROP CONSTRAINT employee_salary_check;
-- drop-column hr.employee.active medium
ALTER TABLE hr.employee DROP COLUMN active;
-- drop-object fin.is_balanced(j bigint, c character) medium
DROP FUNCTION fin.is_balanced(j bigint, c character);
-- drop-table crm.deal high
DROP TABLE crm.deal;
-- replace-enum fin.side medium
ALTER TYPE fin.side RENAME TO dbx_old_side;
-- replace-enum fin.side medium
CREATE TYPE fin.side AS ENUM ('debit', 'credit');
-- replace-enum fin.side medium
ALTER TABLE fin.entry ALTER COLUMN side TYPE fin.side USING side::text::fin.side;
-- replace-type fin.iban high
ALTER TYPE fin.iban RENAME TO dbx_old_iban;
-- replace-type fin.iban high
CREATE DOMAIN fin.iban AS text
  CONSTRAINT iban_check CHECK ((VALUE ~ '^[A-Z]{2}[0-9]{2}'::text));
-- replace-type fin.iban high
ALTER TABLE hr.employee ALTER COLUMN iban TYPE fin.iban USING iban::text::fin.iban;
-- replace-type fin.iban high
DROP DOMAIN fin.dbx_old_iban;
-- replace-type fin.iban high
DROP TYPE fin.dbx_old_side;
-- add-object fin.is_balanced(j bigint) low
CREATE OR REPLACE FUNCTION fin.is_balanced(j bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(sum(case side when 'debit' then amount else -amount end), 0) = 0 from fin.entry where journal_id = j $function$;
-- alter-column fin.account.code high
ALTER TABLE fin.account ALTER COLUMN code TYPE character varying(10) USING code::character varying(10);
-- alter-column fin.account.parent high
ALTER TABLE fin.account ALTER COLUMN parent TYPE character varying(10) USING parent::character varying(10);
-- alter-column fin.entry.no high
ALTER TABLE fin.entry ALTER COLUMN no TYPE smallint USING no::smallint;
-- alter-column fin.entry.account high
ALTER TABLE fin.entry ALTER COLUMN account TYPE character varying(10) USING account::character varying(10);
-- alter-column fin.entry.amount high
ALTER TABLE fin.entry ALTER COLUMN amount TYPE numeric(14,2) USING amount::numeric(14,2);
-- alter-column fin.journal.text low
ALTER TABLE fin.journal ALTER COLUMN text DROP DEFAULT;
-- alter-column fin.journal.by_emp high
ALTER TABLE fin.journal ALTER COLUMN by_emp TYPE integer USING by_emp::integer;
-- alter-column hr.dept.dept_no low
ALTER TABLE hr.dept ALTER COLUMN dept_no DROP IDENTITY;
-- alter-column hr.dept.dept_no low
CREATE SEQUENCE hr.dept_dept_no_seq AS integer OWNED BY hr.dept.dept_no;
-- alter-column hr.dept.dept_no low
ALTER TABLE hr.dept ALTER COLUMN dept_no SET DEFAULT nextval('hr.dept_dept_no_seq'::regclass);
-- alter-column hr.dept.dept_no low
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('hr.dept', 'dept_no'), coalesce((SELECT max(dept_no) FROM hr.dept), 0) + 1, false);
-- alter-column hr.dept.head high
ALTER TABLE hr.dept ALTER COLUMN head TYPE integer USING head::integer;
-- alter-column hr.employee.emp_no high
ALTER TABLE hr.employee ALTER COLUMN emp_no TYPE integer USING emp_no::integer;
-- alter-column hr.employee.name low
ALTER TABLE hr.employee ALTER COLUMN name DROP DEFAULT;
-- alter-column hr.employee.name low
ALTER TABLE hr.employee ALTER COLUMN name DROP NOT NULL;
-- alter-column hr.employee.salary high
ALTER TABLE hr.employee ALTER COLUMN salary TYPE numeric(10,2) USING salary::numeric(10,2);
-- alter-column hr.employee.hired low
ALTER TABLE hr.employee ALTER COLUMN hired DROP NOT NULL;
-- drop-column fin.entry.currency high
ALTER TABLE fin.entry DROP COLUMN currency;
-- drop-column hr.dept.cost_centre high
ALTER TABLE hr.dept DROP COLUMN cost_centre;
-- drop-column hr.employee.left_on high
ALTER TABLE hr.employee DROP COLUMN left_on;
-- add-check fin.account.account_kind_check medium
ALTER TABLE fin.account ADD CONSTRAINT account_kind_check CHECK ((kind = ANY (ARRAY['A'::bpchar, 'L'::bpchar, 'E'::bpchar, 'I'::bpchar, 'X'::bpchar])));
-- add-index fin.entry.entry_account low
CREATE INDEX entry_account ON fin.entry (account) INCLUDE (amount);
-- add-foreign-key fin.entry.entry_account_fkey medium
ALTER TABLE fin.entry ADD CONSTRAINT entry_account_fkey FOREIGN KEY (account) REFERENCES fin.account (code);
-- add-foreign-key hr.dept.dept_head_fkey medium
ALTER TABLE hr.dept ADD CONSTRAINT dept_head_fkey FOREIGN KEY (head) REFERENCES hr.employee (emp_no);
-- add-foreign-key hr.employee.employee_dept_fkey medium
ALTER TABLE hr.employee ADD CONSTRAINT employee_dept_fkey FOREIGN KEY (dept) REFERENCES hr.dept (dept_no);
-- add-foreign-key fin.account.account_parent_fkey medium
ALTER TABLE fin.account ADD CONSTRAINT account_parent_fkey FOREIGN KEY (parent) REFERENCES fin.account (code);
-- add-foreign-key fin.journal.journal_by_emp_fkey medium
ALTER TABLE fin.journal ADD CONSTRAINT journal_by_emp_fkey FOREIGN KEY (by_emp) REFERENCES hr.employee (emp_no);
-- add-view fin.balance low
CREATE VIEW fin.balance AS
SELECT entry.account,
    sum(
        CASE entry.side
            WHEN 'debit'::fin.side THEN entry.amount
            ELSE (- entry.amount)
        END) AS balance
   FROM fin.entry
  GROUP BY entry.account;
-- add-view fin.trial low
CREATE VIEW fin.trial AS
SELECT a.code,
    a.name,
    b.balance
   FROM (fin.account a
     LEFT JOIN fin.balance b ON (((b.account)::text = (a.code)::text)));
-- add-view hr.payroll low
CREATE MATERIALIZED VIEW hr.payroll AS
SELECT d.name,
    sum(e.salary) AS total
   FROM (hr.dept d
     JOIN hr.employee e ON ((e.dept = d.dept_no)))
  GROUP BY d.name;
-- drop-enum crm.stage low
DROP TYPE crm.stage;
-- drop-schema crm low
DROP SCHEMA crm;
