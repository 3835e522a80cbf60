-- drop-foreign-key Album.FK_AlbumArtistId low
ALTER TABLE "Album" DROP CONSTRAINT "FK_AlbumArtistId";
-- drop-unique Artist.UQ_Name low
ALTER TABLE "Artist" DROP CONSTRAINT "UQ_Name";
-- drop-table Track high
DROP TABLE "Track";
-- alter-column Album.AlbumId high
ALTER TABLE "Album" ALTER COLUMN "AlbumId" TYPE integer USING "AlbumId"::integer;
-- alter-column Album.Title high
ALTER TABLE "Album" ALTER COLUMN "Title" TYPE character varying(160) USING "Title"::character varying(160);
-- alter-column Album.ArtistId high
ALTER TABLE "Album" ALTER COLUMN "ArtistId" TYPE integer USING "ArtistId"::integer;
-- alter-column Album.ArtistId high
ALTER TABLE "Album" ALTER COLUMN "ArtistId" SET NOT NULL;
-- alter-column Artist.ArtistId high
ALTER TABLE "Artist" ALTER COLUMN "ArtistId" TYPE integer USING "ArtistId"::integer;
-- alter-column Artist.Name high
ALTER TABLE "Artist" ALTER COLUMN "Name" DROP DEFAULT;
-- alter-column Artist.Name high
ALTER TABLE "Artist" ALTER COLUMN "Name" TYPE character varying(120) USING "Name"::character varying(120);
-- alter-column Artist.Name high
ALTER TABLE "Artist" ALTER COLUMN "Name" DROP NOT NULL;
-- add-index Album.IFK_AlbumArtistId low
CREATE INDEX "IFK_AlbumArtistId" ON "Album" ("ArtistId");
-- add-foreign-key Album.FK_AlbumArtistId medium
ALTER TABLE "Album" ADD CONSTRAINT "FK_AlbumArtistId" FOREIGN KEY ("ArtistId") REFERENCES "Artist" ("ArtistId");
