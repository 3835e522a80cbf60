-- drop-table l_c high
DROP TABLE l_c;
