/* A media shop, names as the sample writes them */
CREATE TABLE "Artist" ("ArtistId" INT NOT NULL, "Name" VARCHAR(120), CONSTRAINT "PK_Artist" PRIMARY KEY ("ArtistId"));
CREATE TABLE "Album" ("AlbumId" INT NOT NULL, "Title" VARCHAR(160) NOT NULL, "ArtistId" INT NOT NULL, CONSTRAINT "PK_Album" PRIMARY KEY ("AlbumId"));
CREATE TABLE "Track" ("TrackId" INT NOT NULL, "Name" VARCHAR(200) NOT NULL, "AlbumId" INT, "UnitPrice" NUMERIC(10,2) NOT NULL, CONSTRAINT "PK_Track" PRIMARY KEY ("TrackId"));
CREATE TABLE "Invoice" ("InvoiceId" INT NOT NULL, "InvoiceDate" TIMESTAMP NOT NULL, "Total" NUMERIC(10,2) NOT NULL, CONSTRAINT "PK_Invoice" PRIMARY KEY ("InvoiceId"));
CREATE TABLE "InvoiceLine" ("InvoiceLineId" INT NOT NULL, "InvoiceId" INT NOT NULL, "TrackId" INT NOT NULL, "UnitPrice" NUMERIC(10,2) NOT NULL, "Quantity" INT NOT NULL, CONSTRAINT "PK_InvoiceLine" PRIMARY KEY ("InvoiceLineId"));
CREATE TABLE "Playlist" ("PlaylistId" INT NOT NULL PRIMARY KEY, "Name" VARCHAR(120));
CREATE TABLE "PlaylistTrack" ("PlaylistId" INT NOT NULL, "TrackId" INT NOT NULL, CONSTRAINT "PK_PlaylistTrack" PRIMARY KEY ("PlaylistId", "TrackId"));
ALTER TABLE "Album" ADD CONSTRAINT "FK_AlbumArtistId" FOREIGN KEY ("ArtistId") REFERENCES "Artist" ("ArtistId") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE INDEX "IFK_AlbumArtistId" ON "Album" ("ArtistId");
ALTER TABLE "Track" ADD CONSTRAINT "FK_TrackAlbumId" FOREIGN KEY ("AlbumId") REFERENCES "Album" ("AlbumId");
ALTER TABLE "InvoiceLine" ADD CONSTRAINT "FK_LineInvoice" FOREIGN KEY ("InvoiceId") REFERENCES "Invoice" ("InvoiceId");
ALTER TABLE "InvoiceLine" ADD CONSTRAINT "FK_LineTrack" FOREIGN KEY ("TrackId") REFERENCES "Track" ("TrackId");
ALTER TABLE "PlaylistTrack" ADD FOREIGN KEY ("PlaylistId") REFERENCES "Playlist" ("PlaylistId");
ALTER TABLE "PlaylistTrack" ADD FOREIGN KEY ("TrackId") REFERENCES "Track" ("TrackId");
INSERT INTO "Artist" ("ArtistId", "Name") VALUES (1, N'AC/DC; live');
