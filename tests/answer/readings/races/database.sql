-- Races: drivers, teams, circuits, results; names that run together, as in exported files.
create table teams (team_id integer primary key, team_name text, base_country text, founded_year integer,
  budget_million real);
create table drivers (driver_id integer primary key, forename text, surname text, dob date,
  nationality text, team_id integer references teams(team_id), career_points real);
create table circuits (circuit_id integer primary key, circuit_name text, location text,
  country text, length_km real, capacity integer);
create table races (race_id integer primary key, race_name text, season integer,
  circuit_id integer references circuits(circuit_id), race_date date, laps integer);
create table results (result_id integer primary key, race_id integer references races(race_id),
  driver_id integer references drivers(driver_id), grid_position integer, final_position integer,
  points real, fastest_lap_seconds real, status text);
insert into teams values (1,'Arrow','United Kingdom',1968,210),(2,'Volta','Italy',1950,380),
  (3,'Kestrel','Germany',2010,150),(4,'Nimbus','France',2021,90);
insert into drivers values (1,'Liam','Hart','1990-03-03','British',1,820),(2,'Marco','Bianchi','1985-07-12','Italian',2,1450),
  (3,'Jonas','Keller','1998-01-30','German',3,230),(4,'Pierre','Blanc','2001-11-11','French',1,40),
  (5,'Carla','Neri','1999-05-25','Italian',2,310);
insert into circuits values (1,'Stone Ring','Leeds','United Kingdom',5.2,90000),(2,'Lago','Como','Italy',4.1,60000),
  (3,'Forest Loop','Trier','Germany',6.8,120000),(4,'Harbour Street','Nice','France',3.3,30000);
insert into races values (1,'British Prix',2022,1,'2022-07-03',52),(2,'Lago Prix',2022,2,'2022-09-11',60),
  (3,'Forest Prix',2023,3,'2023-06-18',44),(4,'British Prix',2023,1,'2023-07-09',52);
insert into results values (1,1,1,1,1,25,92.1,'Finished'),(2,1,2,2,2,18,92.8,'Finished'),(3,1,3,5,null,0,94.0,'Retired'),
  (4,2,2,1,1,25,81.5,'Finished'),(5,2,1,3,2,18,82.2,'Finished'),(6,2,5,4,3,15,82.9,'Finished'),
  (7,3,3,1,1,25,108.3,'Finished'),(8,3,2,2,2,18,108.9,'Finished'),(9,3,1,3,null,0,110.0,'Retired'),
  (10,4,1,1,1,25,91.7,'Finished'),(11,4,5,2,2,18,92.0,'Finished'),(12,4,4,6,3,15,93.3,'Finished');
