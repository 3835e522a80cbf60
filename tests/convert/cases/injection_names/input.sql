CREATE TABLE "robert'); DROP TABLE students; --" (
  "id"";DROP TABLE x;--" integer PRIMARY KEY,
  note text DEFAULT 'it''s; -- not a comment /* nor this */'
);
CREATE TABLE students (
  id integer PRIMARY KEY,
  tutor integer REFERENCES "robert'); DROP TABLE students; --"
);
COMMENT ON TABLE students IS E'line one\nline: two # three\t"quoted" \\ {braces}';
COMMENT ON COLUMN students.tutor IS '- [x]: &anchor *alias !tag %';
ALTER TABLE students ADD CONSTRAINT "x'; DROP TABLE students" FOREIGN KEY (id) REFERENCES students (id);
