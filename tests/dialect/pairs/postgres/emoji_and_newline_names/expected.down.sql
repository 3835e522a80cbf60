-- drop-index t🙂.i
x low
DROP INDEX "i
x";
-- alter-column t🙂.a
b high
ALTER TABLE "t🙂" ALTER COLUMN "a
b" TYPE integer USING "a
b"::integer;
-- drop-column t🙂.c🙂 high
ALTER TABLE "t🙂" DROP COLUMN "c🙂";
