create table "Artist" ("ArtistId" int not null, "Name" varchar(120), constraint "PK_Artist" primary key ("ArtistId"));
create table "Album" ("AlbumId" int not null, "Title" varchar(160) not null, "ArtistId" int not null, constraint "PK_Album" primary key ("AlbumId"));
alter table "Album" add constraint "FK_AlbumArtistId" foreign key ("ArtistId") references "Artist" ("ArtistId");
create index "IFK_AlbumArtistId" on "Album" ("ArtistId");
insert into "Artist" values (1,'AC/DC');
insert into "Album" values (1,'Let There Be Rock',1);
