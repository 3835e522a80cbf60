create table p (a int, b int, pa int, pb int, primary key (a,b), foreign key (pa, pb) references p (a, b));
create table c (x int, y int, foreign key (x,y) references p (a,b) match full on delete set null (x));
