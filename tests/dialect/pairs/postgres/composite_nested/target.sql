create type money_amount as (amount numeric(14,4), currency char(3), rate float);
create type bill_line as (qty bigint, price money_amount);
create table bill (id int primary key, total money_amount, lines bill_line[], shipping bill_line);
create function amount_of(money_amount) returns numeric language sql immutable as 'select ($1).amount';
create index on bill (((total).amount));
