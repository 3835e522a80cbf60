-- Hotels, their guests and staff; numbers kept as texts, flags, days and flights beside.
create table countries (country_id integer primary key, name text, continent text);
create table hotels (hotel_id integer primary key, name text, city text,
  country_id integer references countries(country_id), stars integer, room_count integer,
  has_pool text, opened_year integer, price_per_night real);
create table guests (guest_id integer primary key, first_name text, last_name text, gender text,
  nationality text, birth_date date, phone_number text, height text);
create table bookings (booking_id integer primary key,
  guest_id integer references guests(guest_id), hotel_id integer references hotels(hotel_id),
  check_in date, nights integer, amount_paid real, amount_due real, booking_status_code text);
create table staff (staff_id integer primary key, name text, job_title text, salary integer,
  hotel_id integer references hotels(hotel_id), hired_date date, age integer);
create table flights (flight_id integer primary key, flight_number text, origin text,
  destination text, distance integer);
insert into countries values (1,'France','Europe'),(2,'Italy','Europe'),(3,'Japan','Asia'),
  (4,'United States','America');
insert into hotels values (1,'Bellevue','Paris',1,5,120,'yes',1990,310),
  (2,'Petit Nid','Lyon',1,3,20,'no',2005,90),(3,'Roma Grande','Rome',2,4,200,'yes',1975,180),
  (4,'Sakura','Tokyo',3,4,80,'no',2015,150),(5,'Ocean View','Miami',4,5,300,'yes',2010,260),
  (6,'Da Vinci','Rome',2,2,15,'no',1960,60);
insert into guests values (1,'Anna','Berg','F','Sweden','1980-04-02','555-01','165'),
  (2,'Bruno','Costa','M','Italy','1992-11-20','555-02','180'),
  (3,'Chika','Mori','F','Japan','1999-07-07','555-03','95'),
  (4,'David','Stone','M','United States','1975-01-15','555-04','190'),
  (5,'Elena','Rossi','F','Italy','1988-09-30','555-05','172'),
  (6,'Femke','Visser','F','Netherlands','2001-03-12','555-06','158');
insert into bookings values (1,1,1,'2024-01-10',3,900,930,'Paid'),
  (2,2,1,'2024-02-11',2,620,620,'Paid'),(3,3,4,'2024-02-20',5,700,750,'Open'),
  (4,4,5,'2024-03-01',7,1820,1820,'Paid'),(5,1,3,'2024-03-05',1,180,180,'Paid'),
  (6,5,3,'2024-03-09',4,700,720,'Cancelled'),(7,2,5,'2024-04-02',2,500,520,'Open'),
  (8,1,5,'2024-05-21',6,1500,1560,'Paid');
insert into staff values (1,'Paul','Cook',2400,1,'2010-05-01',50),
  (2,'Marie','Manager',5200,1,'2001-02-15',58),(3,'Luca','Cook',2100,3,'2018-09-01',31),
  (4,'Giulia','Manager',4800,3,'2009-03-20',44),(5,'Kenji','Porter',1900,4,'2020-01-10',25),
  (6,'Rosa','Porter',1700,5,'2016-07-07',39),(7,'Tom','Cook',2600,5,'2012-11-11',47),
  (8,'Ines','Porter',1800,2,'2019-05-05',35),(9,'Omar','Cook',2200,4,'2021-02-02',28),
  (10,'Lea','Porter',1750,1,'2022-03-03',29),(11,'Max','Cook',2300,2,'2023-01-01',33);
insert into flights values (1,'AF10','Paris','Rome',1100),(2,'AF11','Rome','Paris',1100),
  (3,'JL5','Tokyo','Miami',12000),(4,'AZ7','Rome','Tokyo',9900);
