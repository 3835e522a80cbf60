-- A clinic with short names as old databases have them: patients, doctors, visits, prescriptions.
create table Patient (PID integer primary key, FName text, LName text, Sex text, City text,
  State text, Dob date, BloodType text, Insured integer);
create table Doctor (DID integer primary key, DName text, Specialty text, Salary real,
  YearsExp integer, DeptNo integer references Department(DeptNo));
create table Department (DeptNo integer primary key, DeptName text, Floor integer, Budget real);
create table Visit (VID integer primary key, PID integer references Patient(PID),
  DID integer references Doctor(DID), VisitDate date, Fee real, Duration integer, Outcome text);
create table Drug (DrugCode text primary key, DrugName text, Producer text, UnitPrice real,
  Category text);
create table Prescription (VID integer references Visit(VID), DrugCode text references Drug(DrugCode),
  Qty integer, primary key (VID, DrugCode));
insert into Patient values (1,'Ann','Lee','F','Boston','MA','1990-05-01','A',1),
  (2,'Bob','Ray','M','Boston','MA','1971-02-11','O',0),(3,'Cid','Fox','M','Albany','NY','1985-08-19','A',1),
  (4,'Dee','Orr','F','Dallas','TX','2003-12-30','B',1),(5,'Eva','Poe','F','Austin','TX','1966-06-06','O',0);
insert into Department values (10,'Cardiology',2,500000),(20,'Neurology',3,420000),(30,'Radiology',1,150000);
insert into Doctor values (1,'Dr. Hill','Surgeon',210000,20,10),(2,'Dr. Moss','Cardiologist',180000,12,10),
  (3,'Dr. Wade','Neurologist',175000,8,20),(4,'Dr. Kay','Neurologist',160000,3,20);
insert into Visit values (1,1,1,'2023-01-05',300,45,'Treated'),(2,2,1,'2023-02-14',250,30,'Referred'),
  (3,3,3,'2023-02-20',180,20,'Treated'),(4,1,2,'2023-03-03',220,35,'Treated'),
  (5,4,3,'2023-04-11',200,25,'Pending'),(6,2,2,'2023-05-29',260,40,'Treated'),
  (7,1,3,'2023-06-01',190,15,'Pending');
insert into Drug values ('D1','Cardol','Medico',12.5,'Heart'),('D2','Neurin','Pharmex',30,'Nerves'),
  ('D3','Painex','Medico',4.2,'Pain'),('D4','Calmol','Sanor',8.8,'Nerves');
insert into Prescription values (1,'D1',2),(1,'D3',1),(2,'D1',1),(3,'D2',3),(4,'D3',2),(5,'D2',1),(6,'D1',4);
