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
-- drop-index acc.entry.entry_account low
DROP INDEX acc.entry_account;
-- drop-check stock.move.moves low
ALTER TABLE stock.move DROP CONSTRAINT moves;
-- drop-index stock.move.move_at low
DROP INDEX stock.move_at;
-- drop-unique stock.warehouse.warehouse_name_key low
ALTER TABLE stock.warehouse DROP CONSTRAINT warehouse_name_key;
-- drop-column acc.entry.signed medium
ALTER TABLE acc.entry DROP COLUMN signed;
-- save-rows stock.level medium
CREATE TABLE stock.dbx_rows_level AS TABLE stock.level;
-- drop-table crm.customer high
DROP TABLE crm.customer;
-- drop-table stock.level medium
DROP TABLE stock.level;
-- replace-enum acc.side medium
ALTER TYPE acc.side RENAME TO dbx_old_side;
-- replace-enum acc.side medium
CREATE TYPE acc.side AS ENUM ('debit', 'credit');
-- replace-enum acc.side medium
ALTER TABLE acc.entry ALTER COLUMN side TYPE acc.side USING side::text::acc.side;
-- replace-type acc.rate high
ALTER TYPE acc.rate RENAME TO dbx_old_rate;
-- replace-type acc.rate high
CREATE DOMAIN acc.rate AS numeric(8,4)
  DEFAULT 1
  CONSTRAINT positive CHECK ((VALUE > (0)::numeric));
-- replace-type acc.rate high
ALTER TABLE acc.entry ALTER COLUMN fx TYPE acc.rate USING fx::numeric(8,4)::acc.rate;
-- replace-type acc.amount high
ALTER TYPE acc.amount RENAME TO dbx_old_amount;
-- replace-type acc.amount high
CREATE TYPE acc.amount AS (
  value numeric(16,2),
  currency character(3)
);
-- replace-type acc.amount high
ALTER TABLE acc.entry ALTER COLUMN original TYPE acc.amount USING CASE WHEN original IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW((original).value::numeric(16,2), (original).currency)::acc.amount END;
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
  qty numeric(12,3) DEFAULT 0,
  CONSTRAINT level_pkey PRIMARY KEY (sku, wh)
);
-- alter-column acc.account.code high
ALTER TABLE acc.account ALTER COLUMN code TYPE character varying(10) USING code::character varying(10);
-- alter-column acc.account.parent high
ALTER TABLE acc.account ALTER COLUMN parent TYPE character varying(10) USING parent::character varying(10);
-- alter-column acc.account.kind high
ALTER TABLE acc.account ALTER COLUMN kind DROP DEFAULT;
-- alter-column acc.account.kind high
ALTER TABLE acc.account ALTER COLUMN kind TYPE integer USING kind::integer;
-- alter-column acc.account.kind high
ALTER TABLE acc.account ALTER COLUMN kind SET DEFAULT 0;
-- alter-column acc.entry.journal high
ALTER TABLE acc.entry ALTER COLUMN journal TYPE integer USING journal::integer;
-- alter-column acc.entry.account high
ALTER TABLE acc.entry ALTER COLUMN account TYPE character varying(10) USING account::character varying(10);
-- alter-column acc.entry.amount high
ALTER TABLE acc.entry ALTER COLUMN amount TYPE numeric(16,2) USING amount::numeric(16,2);
-- alter-column acc.journal.id high
ALTER TABLE acc.journal ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column acc.journal.id high
ALTER SEQUENCE acc.journal_id_seq AS integer;
-- alter-column acc.journal.memo medium
ALTER TABLE acc.journal ALTER COLUMN memo DROP DEFAULT;
-- alter-column acc.journal.memo medium
ALTER TABLE acc.journal ALTER COLUMN memo TYPE text USING memo::text;
-- alter-column acc.journal.by_employee high
ALTER TABLE acc.journal ALTER COLUMN by_employee TYPE integer USING by_employee::integer;
-- alter-column hr.employee.id high
ALTER TABLE hr.employee ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column hr.employee.id high
ALTER SEQUENCE hr.employee_id_seq AS integer;
-- alter-column hr.employee.manager high
ALTER TABLE hr.employee ALTER COLUMN manager TYPE integer USING manager::integer;
-- alter-column hr.employee.salary high
ALTER TABLE hr.employee ALTER COLUMN salary TYPE money USING salary::money;
-- alter-column stock.item.uom high
ALTER TABLE stock.item ALTER COLUMN uom DROP DEFAULT;
-- alter-column stock.item.uom high
ALTER TABLE stock.item ALTER COLUMN uom TYPE character(3) USING uom::character(3);
-- alter-column stock.item.uom high
ALTER TABLE stock.item ALTER COLUMN uom SET DEFAULT 'PCS'::bpchar;
-- alter-column stock.item.uom high
ALTER TABLE stock.item ALTER COLUMN uom DROP NOT NULL;
-- alter-column stock.item.attrs medium
ALTER TABLE stock.item ALTER COLUMN attrs TYPE text USING attrs::text;
-- alter-column stock.move.qty high
ALTER TABLE stock.move ALTER COLUMN qty TYPE numeric(12,3) USING qty::numeric(12,3);
-- alter-column stock.move.at high
ALTER TABLE stock.move ALTER COLUMN at DROP DEFAULT;
-- alter-column stock.move.at high
ALTER TABLE stock.move ALTER COLUMN at TYPE timestamp without time zone USING at::timestamp without time zone;
-- alter-column stock.move.at high
ALTER TABLE stock.move ALTER COLUMN at SET DEFAULT now();
-- alter-column stock.warehouse.manager high
ALTER TABLE stock.warehouse ALTER COLUMN manager TYPE integer USING manager::integer;
-- drop-column hr.employee.active high
ALTER TABLE hr.employee DROP COLUMN active;
-- restore-rows stock.level medium
INSERT INTO stock.level (sku, wh, qty) OVERRIDING SYSTEM VALUE SELECT sku, wh, qty::numeric(12,3) FROM stock.dbx_rows_level;
-- restore-rows stock.level medium
DROP TABLE stock.dbx_rows_level;
-- add-check stock.move.moves medium
ALTER TABLE stock.move ADD CONSTRAINT moves CHECK ((from_wh <> to_wh));
-- add-unique stock.warehouse.warehouse_name_key medium
ALTER TABLE stock.warehouse ADD CONSTRAINT warehouse_name_key UNIQUE (name);
-- add-foreign-key hr.employee.employee_manager_fkey medium
ALTER TABLE hr.employee ADD CONSTRAINT employee_manager_fkey FOREIGN KEY (manager) REFERENCES hr.employee (id);
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
-- add-view acc.balance low
CREATE VIEW acc.balance AS
SELECT entry.account,
    sum(
        CASE entry.side
            WHEN 'debit'::acc.side THEN entry.amount
            ELSE (- entry.amount)
        END) AS balance
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
CREATE CONSTRAINT TRIGGER apply AFTER INSERT ON stock.move DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.qty > 0::numeric) EXECUTE FUNCTION stock.apply();
-- drop-schema crm low
DROP SCHEMA crm;
