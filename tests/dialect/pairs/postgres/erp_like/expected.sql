-- set check_function_bodies low
SET LOCAL check_function_bodies = off;
-- drop-object stock.move.apply medium
DROP TRIGGER apply ON stock.move;
-- drop-view acc.tree low
DROP VIEW acc.tree;
-- drop-view acc.balance low
DROP VIEW acc.balance;
-- drop-foreign-key hr.employee.employee_manager_fkey low
ALTER TABLE hr.employee DROP CONSTRAINT employee_manager_fkey;
-- drop-foreign-key acc.account.account_parent_fkey low
ALTER TABLE acc.account DROP CONSTRAINT account_parent_fkey;
-- drop-foreign-key acc.entry.entry_account_fkey low
ALTER TABLE acc.entry DROP CONSTRAINT entry_account_fkey;
-- drop-foreign-key acc.entry.entry_journal_fkey low
ALTER TABLE acc.entry DROP CONSTRAINT entry_journal_fkey;
-- drop-foreign-key acc.journal.journal_by_employee_fkey low
ALTER TABLE acc.journal DROP CONSTRAINT journal_by_employee_fkey;
-- drop-foreign-key stock.warehouse.warehouse_manager_fkey low
ALTER TABLE stock.warehouse DROP CONSTRAINT warehouse_manager_fkey;
-- drop-check stock.move.moves low
ALTER TABLE stock.move DROP CONSTRAINT moves;
-- drop-unique stock.warehouse.warehouse_name_key low
ALTER TABLE stock.warehouse DROP CONSTRAINT warehouse_name_key;
-- save-rows stock.level medium
CREATE TABLE stock.dbx_rows_level AS TABLE stock.level;
-- drop-table stock.level medium
DROP TABLE stock.level;
-- add-schema crm low
CREATE SCHEMA crm;
-- replace-enum acc.side medium
ALTER TYPE acc.side RENAME TO dbx_old_side;
-- replace-enum acc.side medium
CREATE TYPE acc.side AS ENUM ('credit', 'debit');
-- replace-enum acc.side medium
ALTER TABLE acc.entry ALTER COLUMN side TYPE acc.side USING side::text::acc.side;
-- replace-type acc.rate high
ALTER TYPE acc.rate RENAME TO dbx_old_rate;
-- replace-type acc.rate high
CREATE DOMAIN acc.rate AS numeric(12,6)
  DEFAULT 1.0
  CONSTRAINT positive CHECK ((VALUE > (0)::numeric))
  CONSTRAINT sane CHECK ((VALUE < (10000)::numeric));
-- replace-type acc.rate high
ALTER TABLE acc.entry ALTER COLUMN fx TYPE acc.rate USING fx::numeric(12,6)::acc.rate;
-- replace-type acc.amount high
ALTER TYPE acc.amount RENAME TO dbx_old_amount;
-- replace-type acc.amount high
CREATE TYPE acc.amount AS (
  value numeric(18,4),
  currency character(3),
  at date
);
-- replace-type acc.amount high
ALTER TABLE acc.entry ALTER COLUMN original TYPE acc.amount USING CASE WHEN original IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((original).value::numeric(18,4), (original).currency, NULL)::acc.amount END;
-- replace-type acc.amount high
DROP TYPE acc.dbx_old_amount;
-- replace-type acc.amount high
DROP DOMAIN acc.dbx_old_rate;
-- replace-type acc.amount high
DROP TYPE acc.dbx_old_side;
-- add-table stock.level low
CREATE TABLE stock.level (
  sku text NOT NULL,
  wh integer NOT NULL,
  qty numeric(14,4) DEFAULT 0,
  CONSTRAINT level_pkey PRIMARY KEY (wh, sku)
) PARTITION BY LIST (wh);
-- add-table crm.customer low
CREATE TABLE crm.customer (
  id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  owner bigint,
  CONSTRAINT customer_pkey PRIMARY KEY (id)
);
-- add-table stock.level_1 low
CREATE TABLE stock.level_1 PARTITION OF stock.level FOR VALUES IN (1);
-- add-table stock.level_other low
CREATE TABLE stock.level_other PARTITION OF stock.level DEFAULT;
-- add-column hr.employee.active low
ALTER TABLE hr.employee ADD COLUMN active boolean DEFAULT true NOT NULL;
-- alter-column acc.account.code medium
ALTER TABLE acc.account ALTER COLUMN code TYPE character varying(20) USING code::character varying(20);
-- alter-column acc.account.parent medium
ALTER TABLE acc.account ALTER COLUMN parent TYPE character varying(20) USING parent::character varying(20);
-- alter-column acc.account.kind medium
ALTER TABLE acc.account ALTER COLUMN kind DROP DEFAULT;
-- alter-column acc.account.kind medium
ALTER TABLE acc.account ALTER COLUMN kind TYPE text USING kind::text;
-- alter-column acc.account.kind medium
ALTER TABLE acc.account ALTER COLUMN kind SET DEFAULT '0'::text;
-- alter-column acc.entry.journal medium
ALTER TABLE acc.entry ALTER COLUMN journal TYPE bigint USING journal::bigint;
-- alter-column acc.entry.account medium
ALTER TABLE acc.entry ALTER COLUMN account TYPE character varying(20) USING account::character varying(20);
-- alter-column acc.entry.amount medium
ALTER TABLE acc.entry ALTER COLUMN amount TYPE numeric(18,4) USING amount::numeric(18,4);
-- alter-column acc.journal.id medium
ALTER TABLE acc.journal ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column acc.journal.id medium
ALTER SEQUENCE acc.journal_id_seq AS bigint;
-- alter-column acc.journal.memo high
ALTER TABLE acc.journal ALTER COLUMN memo TYPE character varying(200) USING memo::character varying(200);
-- alter-column acc.journal.memo high
ALTER TABLE acc.journal ALTER COLUMN memo SET DEFAULT ''::character varying;
-- alter-column acc.journal.by_employee medium
ALTER TABLE acc.journal ALTER COLUMN by_employee TYPE bigint USING by_employee::bigint;
-- alter-column hr.employee.id medium
ALTER TABLE hr.employee ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column hr.employee.id medium
ALTER SEQUENCE hr.employee_id_seq AS bigint;
-- alter-column hr.employee.manager medium
ALTER TABLE hr.employee ALTER COLUMN manager TYPE bigint USING manager::bigint;
-- alter-column hr.employee.salary high
ALTER TABLE hr.employee ALTER COLUMN salary TYPE numeric(12,2) USING salary::numeric::numeric(12,2);
-- alter-column stock.item.uom medium
ALTER TABLE stock.item ALTER COLUMN uom DROP DEFAULT;
-- alter-column stock.item.uom medium
ALTER TABLE stock.item ALTER COLUMN uom TYPE character varying(5) USING uom::character varying(5);
-- alter-column stock.item.uom medium
ALTER TABLE stock.item ALTER COLUMN uom SET DEFAULT 'PCS'::character varying;
-- alter-column stock.item.uom medium
UPDATE stock.item SET uom = 'PCS'::character varying WHERE uom IS NULL;
-- alter-column stock.item.uom medium
ALTER TABLE stock.item ALTER COLUMN uom SET NOT NULL;
-- alter-column stock.item.attrs high
ALTER TABLE stock.item ALTER COLUMN attrs TYPE jsonb USING attrs::jsonb;
-- alter-column stock.move.qty medium
ALTER TABLE stock.move ALTER COLUMN qty TYPE numeric(14,4) USING qty::numeric(14,4);
-- alter-column stock.move.at high
ALTER TABLE stock.move ALTER COLUMN at DROP DEFAULT;
-- alter-column stock.move.at high
ALTER TABLE stock.move ALTER COLUMN at TYPE timestamp with time zone USING at::timestamp with time zone;
-- alter-column stock.move.at high
ALTER TABLE stock.move ALTER COLUMN at SET DEFAULT now();
-- alter-column stock.warehouse.manager medium
ALTER TABLE stock.warehouse ALTER COLUMN manager TYPE bigint USING manager::bigint;
-- add-column acc.entry.signed low
ALTER TABLE acc.entry ADD COLUMN signed numeric(18,4) GENERATED ALWAYS AS (
CASE
    WHEN (side = 'debit'::acc.side) THEN amount
    ELSE (- amount)
END) STORED;
-- restore-rows stock.level medium
INSERT INTO stock.level (sku, wh, qty) OVERRIDING SYSTEM VALUE SELECT sku, wh, qty::numeric(14,4) FROM stock.dbx_rows_level;
-- restore-rows stock.level medium
DROP TABLE stock.dbx_rows_level;
-- add-check stock.move.moves medium
ALTER TABLE stock.move ADD CONSTRAINT moves CHECK ((from_wh IS DISTINCT FROM to_wh));
-- add-unique stock.warehouse.warehouse_name_key medium
ALTER TABLE stock.warehouse ADD CONSTRAINT warehouse_name_key UNIQUE (name) DEFERRABLE;
-- add-index acc.entry.entry_account low
CREATE INDEX entry_account ON acc.entry (account) INCLUDE (signed);
-- add-index stock.move.move_at low
CREATE INDEX move_at ON stock.move USING brin (at);
-- add-foreign-key hr.employee.employee_manager_fkey medium
ALTER TABLE hr.employee ADD CONSTRAINT employee_manager_fkey FOREIGN KEY (manager) REFERENCES hr.employee (id) ON DELETE SET NULL;
-- add-foreign-key acc.account.account_parent_fkey medium
ALTER TABLE acc.account ADD CONSTRAINT account_parent_fkey FOREIGN KEY (parent) REFERENCES acc.account (code) ON UPDATE CASCADE;
-- add-foreign-key acc.entry.entry_account_fkey medium
ALTER TABLE acc.entry ADD CONSTRAINT entry_account_fkey FOREIGN KEY (account) REFERENCES acc.account (code) ON UPDATE CASCADE;
-- add-foreign-key acc.entry.entry_journal_fkey medium
ALTER TABLE acc.entry ADD CONSTRAINT entry_journal_fkey FOREIGN KEY (journal) REFERENCES acc.journal (id) ON DELETE CASCADE;
-- add-foreign-key acc.journal.journal_by_employee_fkey medium
ALTER TABLE acc.journal ADD CONSTRAINT journal_by_employee_fkey FOREIGN KEY (by_employee) REFERENCES hr.employee (id);
-- add-foreign-key stock.warehouse.warehouse_manager_fkey medium
ALTER TABLE stock.warehouse ADD CONSTRAINT warehouse_manager_fkey FOREIGN KEY (manager) REFERENCES hr.employee (id);
-- add-foreign-key stock.level.level_sku_fkey medium
ALTER TABLE stock.level ADD CONSTRAINT level_sku_fkey FOREIGN KEY (sku) REFERENCES stock.item (sku);
-- add-foreign-key stock.level.level_wh_fkey medium
ALTER TABLE stock.level ADD CONSTRAINT level_wh_fkey FOREIGN KEY (wh) REFERENCES stock.warehouse (id);
-- add-foreign-key crm.customer.owner medium
ALTER TABLE crm.customer ADD CONSTRAINT owner FOREIGN KEY (owner) REFERENCES hr.employee (id);
-- add-view acc.balance low
CREATE VIEW acc.balance AS
SELECT entry.account,
    sum(entry.signed) AS balance
   FROM acc.entry
  GROUP BY entry.account;
-- add-view acc.tree low
CREATE VIEW acc.tree AS
WITH RECURSIVE t AS (
         SELECT account.code,
            account.parent,
            1 AS depth
           FROM acc.account
          WHERE (account.parent IS NULL)
        UNION ALL
         SELECT a.code,
            a.parent,
            (t_1.depth + 1)
           FROM (acc.account a
             JOIN t t_1 ON (((a.parent)::text = (t_1.code)::text)))
        )
 SELECT t.code,
    t.depth,
    b.balance
   FROM (t
     LEFT JOIN acc.balance b ON (((b.account)::text = (t.code)::text)));
-- add-object stock.move.apply low
CREATE CONSTRAINT TRIGGER apply AFTER INSERT OR UPDATE ON stock.move DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (new.qty > 0::numeric) EXECUTE FUNCTION stock.apply();
