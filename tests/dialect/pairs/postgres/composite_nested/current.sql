create type money_amount as (amount numeric(10,2), currency char(3));
create type bill_line as (qty int, price money_amount);
create table bill (id int primary key, total money_amount, lines bill_line[], shipping bill_line);
create function amount_of(money_amount) returns numeric language sql immutable as 'select ($1).amount';
create index on bill (((total).amount));
insert into bill values (1, row(5.5, 'EUR')::money_amount, array[row(1, row(2, 'USD')::money_amount)::bill_line]::bill_line[], row(1, row(3, 'EUR')::money_amount)::bill_line);
