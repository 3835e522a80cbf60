-- drop-foreign-key Album.FK_AlbumArtistId low
ALTER TABLE "Album" DROP CONSTRAINT "FK_AlbumArtistId";
-- drop-index Album.IFK_AlbumArtistId low
DROP INDEX "IFK_AlbumArtistId";
-- add-table Track low
CREATE TABLE "Track" (
  "TrackId" integer GENERATED ALWAYS AS IDENTITY NOT NULL,
  "Name" character varying(200) NOT NULL,
  "AlbumId" bigint,
  "UnitPrice" numeric(10,2) NOT NULL,
  CONSTRAINT "PK_Track" PRIMARY KEY ("TrackId")
);
-- alter-column Album.AlbumId medium
ALTER TABLE "Album" ALTER COLUMN "AlbumId" TYPE bigint USING "AlbumId"::bigint;
-- alter-column Album.Title medium
ALTER TABLE "Album" ALTER COLUMN "Title" TYPE text USING "Title"::text;
-- alter-column Album.ArtistId medium
ALTER TABLE "Album" ALTER COLUMN "ArtistId" TYPE bigint USING "ArtistId"::bigint;
-- alter-column Album.ArtistId medium
ALTER TABLE "Album" ALTER COLUMN "ArtistId" DROP NOT NULL;
-- alter-column Artist.ArtistId medium
ALTER TABLE "Artist" ALTER COLUMN "ArtistId" TYPE bigint USING "ArtistId"::bigint;
-- alter-column Artist.Name medium
ALTER TABLE "Artist" ALTER COLUMN "Name" TYPE character varying(200) USING "Name"::character varying(200);
-- alter-column Artist.Name medium
ALTER TABLE "Artist" ALTER COLUMN "Name" SET DEFAULT ''::character varying;
-- alter-column Artist.Name medium
UPDATE "Artist" SET "Name" = ''::character varying WHERE "Name" IS NULL;
-- alter-column Artist.Name medium
ALTER TABLE "Artist" ALTER COLUMN "Name" SET NOT NULL;
-- add-unique Artist.UQ_Name medium
ALTER TABLE "Artist" ADD CONSTRAINT "UQ_Name" UNIQUE ("Name");
-- add-index Track.IFK_TrackAlbumId low
CREATE INDEX "IFK_TrackAlbumId" ON "Track" ("AlbumId");
-- add-foreign-key Album.FK_AlbumArtistId medium
ALTER TABLE "Album" ADD CONSTRAINT "FK_AlbumArtistId" FOREIGN KEY ("ArtistId") REFERENCES "Artist" ("ArtistId") ON DELETE SET NULL;
-- add-foreign-key Track.FK_Track medium
ALTER TABLE "Track" ADD CONSTRAINT "FK_Track" FOREIGN KEY ("AlbumId") REFERENCES "Album" ("AlbumId") ON UPDATE CASCADE ON DELETE CASCADE;
