create table "Artist" ("ArtistId" bigint not null, "Name" varchar(200) not null default '', constraint "PK_Artist" primary key ("ArtistId"), constraint "UQ_Name" unique ("Name"));
create table "Album" ("AlbumId" bigint not null, "Title" text not null, "ArtistId" bigint, constraint "PK_Album" primary key ("AlbumId"));
alter table "Album" add constraint "FK_AlbumArtistId" foreign key ("ArtistId") references "Artist" ("ArtistId") on delete set null;
create table "Track" ("TrackId" int not null generated always as identity, "Name" varchar(200) not null, "AlbumId" bigint, "UnitPrice" numeric(10,2) not null, constraint "PK_Track" primary key ("TrackId"), constraint "FK_Track" foreign key ("AlbumId") references "Album" ("AlbumId") on delete cascade on update cascade);
create index "IFK_TrackAlbumId" on "Track" ("AlbumId");
