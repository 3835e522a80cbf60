create table sale (region text not null, day date not null, id bigint not null, amount int default 0, primary key (region, day, id)) partition by list (region);
create table sale_eu partition of sale for values in ('de', 'fr', 'it', null) partition by range (day);
create table sale_eu_old partition of sale_eu for values from (minvalue) to ('2024-01-01');
create table sale_eu_new partition of sale_eu for values from ('2024-01-01') to (maxvalue);
create table sale_us partition of sale for values in ('us', 'ca') partition by hash (id);
create table sale_us_0 partition of sale_us for values with (modulus 2, remainder 0);
create table sale_us_1 partition of sale_us for values with (modulus 2, remainder 1);
