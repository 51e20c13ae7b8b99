-- What proves the archive (Proofs.cs): hashes of what came in, written with it, so that what is altered later shows.
ALTER TABLE page ADD COLUMN seal TEXT NOT NULL DEFAULT '';                      -- SHA-256 of its other columns and places
ALTER TABLE page ADD COLUMN records_seal TEXT NOT NULL DEFAULT '';              -- SHA-256 of its records' ids and hashes
ALTER TABLE body ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';                    -- of the record's JSON in UTF-8
ALTER TABLE record ADD COLUMN format TEXT NOT NULL DEFAULT 'onrecord/1';        -- form of its JSON
ALTER TABLE record ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;               -- rows that it has in the table of shingles

-- The words of a claim's source and of that source's entity, folded, blanks around each: |mayor orlo|she| is " mayor orlo  she ".
ALTER TABLE claim ADD COLUMN voices TEXT NOT NULL DEFAULT '';

-- Which archive this is: a desk stops writing where another has taken its place.
CREATE TABLE archive (
    id TEXT NOT NULL,
    pages TEXT NOT NULL                 -- exclusive or of the hashes of all pages
) STRICT;
INSERT INTO archive VALUES (lower(hex(randomblob(16))), lower(hex(zeroblob(32))));

-- What is removed from the full text is overwritten.
INSERT INTO record_words (record_words, rank) VALUES ('secure-delete', 1);
INSERT INTO claim_words (claim_words, rank) VALUES ('secure-delete', 1);
