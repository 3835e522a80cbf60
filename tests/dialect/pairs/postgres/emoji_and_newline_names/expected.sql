-- add-column t🙂.c🙂 low
ALTER TABLE "t🙂" ADD COLUMN "c🙂" text;
-- alter-column t🙂.a
b medium
ALTER TABLE "t🙂" ALTER COLUMN "a
b" TYPE bigint USING "a
b"::bigint;
-- add-index t🙂.i
x low
CREATE INDEX "i
x" ON "t🙂" ("a
b");
