-- validate-constraint c.c_p medium
ALTER TABLE c VALIDATE CONSTRAINT c_p;
