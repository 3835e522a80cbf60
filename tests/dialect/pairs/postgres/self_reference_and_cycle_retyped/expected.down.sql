-- drop-foreign-key dept.dept_parent_fkey low
ALTER TABLE dept DROP CONSTRAINT dept_parent_fkey;
-- drop-foreign-key emp.emp_dept low
ALTER TABLE emp DROP CONSTRAINT emp_dept;
-- drop-foreign-key dept.dept_head_fkey low
ALTER TABLE dept DROP CONSTRAINT dept_head_fkey;
-- drop-foreign-key emp.emp_boss_fkey low
ALTER TABLE emp DROP CONSTRAINT emp_boss_fkey;
-- alter-column dept.id high
ALTER TABLE dept ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column dept.head high
ALTER TABLE dept ALTER COLUMN head TYPE integer USING head::integer;
-- alter-column emp.id high
ALTER TABLE emp ALTER COLUMN id TYPE integer USING id::integer;
-- alter-column emp.boss high
ALTER TABLE emp ALTER COLUMN boss TYPE integer USING boss::integer;
-- alter-column emp.dept high
ALTER TABLE emp ALTER COLUMN dept TYPE integer USING dept::integer;
-- drop-column dept.parent high
ALTER TABLE dept DROP COLUMN parent;
-- add-foreign-key emp.emp_dept medium
ALTER TABLE emp ADD CONSTRAINT emp_dept FOREIGN KEY (dept) REFERENCES dept (id) NOT VALID;
-- add-foreign-key dept.dept_head_fkey medium
ALTER TABLE dept ADD CONSTRAINT dept_head_fkey FOREIGN KEY (head) REFERENCES emp (id) DEFERRABLE INITIALLY DEFERRED;
-- add-foreign-key emp.emp_boss_fkey medium
ALTER TABLE emp ADD CONSTRAINT emp_boss_fkey FOREIGN KEY (boss) REFERENCES emp (id);
