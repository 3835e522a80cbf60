create table t (a text, b uuid, c timestamptz, d timestamp, e smallint);
