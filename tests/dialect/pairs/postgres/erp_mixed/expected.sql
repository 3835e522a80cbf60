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
-- drop-object fin.is_balanced(j bigint) medium
DROP FUNCTION fin.is_balanced(j bigint);
-- add-schema crm low
CREATE SCHEMA crm;
-- add-enum crm.stage low
CREATE TYPE crm.stage AS ENUM ('lead', 'won', 'lost');
-- replace-enum fin.side medium
ALTER TYPE fin.side RENAME TO dbx_old_side;
-- replace-enum fin.side medium
CREATE TYPE fin.side AS ENUM ('credit', 'debit');
-- replace-enum fin.side medium
ALTER TABLE fin.entry ALTER COLUMN side TYPE fin.side USING side::text::fin.side;
-- replace-type fin.iban high
ALTER TYPE fin.iban RENAME TO dbx_old_iban;
-- replace-type fin.iban high
CREATE DOMAIN fin.iban AS character varying(34)
  CONSTRAINT iban_check CHECK (((VALUE)::text ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]+$'::text));
-- replace-type fin.iban high
ALTER TABLE hr.employee ALTER COLUMN iban TYPE fin.iban USING iban::character varying(34)::fin.iban;
-- replace-type fin.iban high
DROP DOMAIN fin.dbx_old_iban;
-- replace-type fin.iban high
DROP TYPE fin.dbx_old_side;
-- add-object fin.is_balanced(j bigint, c character) low
CREATE OR REPLACE FUNCTION fin.is_balanced(j bigint, c character DEFAULT 'EUR'::bpchar)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(sum(case side when 'debit' then amount else -amount end), 0) = 0 from fin.entry where journal_id = j and currency = c $function$;
-- add-table crm.deal low
CREATE TABLE crm.deal (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  stage crm.stage DEFAULT 'lead'::crm.stage NOT NULL,
  owner bigint,
  value numeric(14,2),
  closes tstzrange,
  CONSTRAINT deal_pkey PRIMARY KEY (id),
  CONSTRAINT deal_closes_excl EXCLUDE USING gist (closes WITH &&)
);
-- add-column fin.entry.currency low
ALTER TABLE fin.entry ADD COLUMN currency character(3) DEFAULT 'EUR'::bpchar NOT NULL;
-- add-column hr.dept.cost_centre low
ALTER TABLE hr.dept ADD COLUMN cost_centre text;
-- add-column hr.employee.left_on low
ALTER TABLE hr.employee ADD COLUMN left_on date;
-- alter-column fin.account.code medium
ALTER TABLE fin.account ALTER COLUMN code TYPE character varying(20) USING code::character varying(20);
-- alter-column fin.account.parent medium
ALTER TABLE fin.account ALTER COLUMN parent TYPE character varying(20) USING parent::character varying(20);
-- alter-column fin.entry.no medium
ALTER TABLE fin.entry ALTER COLUMN no TYPE integer USING no::integer;
-- alter-column fin.entry.account medium
ALTER TABLE fin.entry ALTER COLUMN account TYPE character varying(20) USING account::character varying(20);
-- alter-column fin.entry.amount medium
ALTER TABLE fin.entry ALTER COLUMN amount TYPE numeric(18,4) USING amount::numeric(18,4);
-- alter-column fin.journal.text low
ALTER TABLE fin.journal ALTER COLUMN text SET DEFAULT ''::text;
-- alter-column fin.journal.by_emp medium
ALTER TABLE fin.journal ALTER COLUMN by_emp TYPE bigint USING by_emp::bigint;
-- alter-column hr.dept.dept_no low
ALTER TABLE hr.dept ALTER COLUMN dept_no DROP DEFAULT;
-- alter-column hr.dept.dept_no low
DROP SEQUENCE hr.dept_dept_no_seq;
-- alter-column hr.dept.dept_no low
ALTER TABLE hr.dept ALTER COLUMN dept_no ADD GENERATED ALWAYS AS IDENTITY;
-- alter-column hr.dept.dept_no low
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('hr.dept', 'dept_no'), coalesce((SELECT max(dept_no) FROM hr.dept), 0) + 1, false);
-- alter-column hr.dept.head medium
ALTER TABLE hr.dept ALTER COLUMN head TYPE bigint USING head::bigint;
-- alter-column hr.employee.emp_no medium
ALTER TABLE hr.employee ALTER COLUMN emp_no TYPE bigint USING emp_no::bigint;
-- alter-column hr.employee.name medium
ALTER TABLE hr.employee ALTER COLUMN name SET DEFAULT '?'::text;
-- alter-column hr.employee.name medium
UPDATE hr.employee SET name = '?'::text WHERE name IS NULL;
-- alter-column hr.employee.name medium
ALTER TABLE hr.employee ALTER COLUMN name SET NOT NULL;
-- alter-column hr.employee.salary medium
ALTER TABLE hr.employee ALTER COLUMN salary TYPE numeric(12,2) USING salary::numeric(12,2);
-- alter-column hr.employee.hired medium
UPDATE hr.employee SET hired = CURRENT_DATE WHERE hired IS NULL;
-- alter-column hr.employee.hired medium
ALTER TABLE hr.employee ALTER COLUMN hired SET NOT NULL;
-- add-column hr.employee.active low
ALTER TABLE hr.employee ADD COLUMN active boolean GENERATED ALWAYS AS ((left_on IS NULL)) STORED;
-- add-check fin.account.account_kind_check medium
ALTER TABLE fin.account ADD CONSTRAINT account_kind_check CHECK (((kind)::text = ANY (ARRAY['A'::text, 'L'::text, 'E'::text, 'I'::text, 'X'::text, 'O'::text])));
-- add-check hr.employee.employee_salary_check medium
ALTER TABLE hr.employee ADD CONSTRAINT employee_salary_check CHECK ((salary >= (0)::numeric));
-- add-index fin.entry.entry_account low
CREATE INDEX entry_account ON fin.entry (account, currency) INCLUDE (amount, side);
-- add-index crm.deal.deal_owner_idx low
CREATE INDEX deal_owner_idx ON crm.deal (owner) WHERE (stage = 'lead'::crm.stage);
-- add-foreign-key fin.entry.entry_account_fkey medium
ALTER TABLE fin.entry ADD CONSTRAINT entry_account_fkey FOREIGN KEY (account) REFERENCES fin.account (code) ON UPDATE CASCADE;
-- add-foreign-key hr.dept.dept_head_fkey medium
ALTER TABLE hr.dept ADD CONSTRAINT dept_head_fkey FOREIGN KEY (head) REFERENCES hr.employee (emp_no) ON DELETE SET NULL;
-- add-foreign-key hr.employee.employee_dept_fkey medium
ALTER TABLE hr.employee ADD CONSTRAINT employee_dept_fkey FOREIGN KEY (dept) REFERENCES hr.dept (dept_no) ON DELETE SET NULL;
-- add-foreign-key fin.account.account_parent_fkey medium
ALTER TABLE fin.account ADD CONSTRAINT account_parent_fkey FOREIGN KEY (parent) REFERENCES fin.account (code);
-- add-foreign-key fin.journal.journal_by_emp_fkey medium
ALTER TABLE fin.journal ADD CONSTRAINT journal_by_emp_fkey FOREIGN KEY (by_emp) REFERENCES hr.employee (emp_no);
-- add-foreign-key crm.deal.deal_owner_fkey medium
ALTER TABLE crm.deal ADD CONSTRAINT deal_owner_fkey FOREIGN KEY (owner) REFERENCES hr.employee (emp_no);
-- add-view fin.balance low
CREATE VIEW fin.balance AS
SELECT entry.account,
    entry.currency,
    sum(
        CASE entry.side
            WHEN 'debit'::fin.side THEN entry.amount
            ELSE (- entry.amount)
        END) AS balance
   FROM fin.entry
  GROUP BY entry.account, entry.currency;
-- add-view fin.trial low
CREATE VIEW fin.trial AS
SELECT a.code,
    a.name,
    b.currency,
    b.balance
   FROM (fin.account a
     LEFT JOIN fin.balance b ON (((b.account)::text = (a.code)::text)));
-- add-view hr.payroll low
CREATE MATERIALIZED VIEW hr.payroll AS
SELECT d.name,
    sum(e.salary) AS total,
    count(*) AS heads
   FROM (hr.dept d
     JOIN hr.employee e ON ((e.dept = d.dept_no)))
  WHERE e.active
  GROUP BY d.name;
-- add-index hr.payroll.payroll_name_idx medium
CREATE UNIQUE INDEX payroll_name_idx ON hr.payroll (name);
