-- drop-foreign-key dept.dept_head_fkey low
ALTER TABLE dept DROP CONSTRAINT dept_head_fkey;
-- drop-foreign-key emp.emp_boss_fkey low
ALTER TABLE emp DROP CONSTRAINT emp_boss_fkey;
-- add-column dept.parent low
ALTER TABLE dept ADD COLUMN parent bigint;
-- alter-column dept.id medium
ALTER TABLE dept ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column dept.head medium
ALTER TABLE dept ALTER COLUMN head TYPE bigint USING head::bigint;
-- alter-column emp.id medium
ALTER TABLE emp ALTER COLUMN id TYPE bigint USING id::bigint;
-- alter-column emp.boss medium
ALTER TABLE emp ALTER COLUMN boss TYPE bigint USING boss::bigint;
-- alter-column emp.dept medium
ALTER TABLE emp ALTER COLUMN dept TYPE bigint USING dept::bigint;
-- add-foreign-key dept.dept_parent_fkey medium
ALTER TABLE dept ADD CONSTRAINT dept_parent_fkey FOREIGN KEY (parent) REFERENCES dept (id);
-- validate-constraint emp.emp_dept medium
ALTER TABLE emp VALIDATE CONSTRAINT emp_dept;
-- add-foreign-key dept.dept_head_fkey medium
ALTER TABLE dept ADD CONSTRAINT dept_head_fkey FOREIGN KEY (head) REFERENCES emp (id) DEFERRABLE INITIALLY DEFERRED;
-- add-foreign-key emp.emp_boss_fkey medium
ALTER TABLE emp ADD CONSTRAINT emp_boss_fkey FOREIGN KEY (boss) REFERENCES emp (id);
