create table sale (region text not null, day date not null, id int not null, amount int, primary key (region, day, id)) partition by list (region);
create table sale_eu partition of sale for values in ('de', 'fr') partition by range (day);
create table sale_eu_old partition of sale_eu for values from (minvalue) to ('2024-01-01');
create table sale_eu_new partition of sale_eu for values from ('2024-01-01') to (maxvalue);
create table sale_us partition of sale for values in ('us');
insert into sale values ('de', '2023-05-05', 1, 10), ('fr', '2024-05-05', 2, 20), ('us', '2024-01-01', 3, 30);
