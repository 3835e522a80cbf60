-- rename-constraint c.fk_new low
ALTER TABLE c RENAME CONSTRAINT fk_old TO fk_new;
