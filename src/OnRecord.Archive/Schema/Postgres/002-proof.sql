-- What proves the archive (Proofs.cs): hashes of what came in, written with it, so that what is altered later shows.
ALTER TABLE page ADD COLUMN seal text COLLATE "C" NOT NULL DEFAULT '';                      -- SHA-256 of its other columns and places
ALTER TABLE page ADD COLUMN records_seal text COLLATE "C" NOT NULL DEFAULT '';              -- SHA-256 of its records' ids and hashes
ALTER TABLE body ADD COLUMN sha256 text COLLATE "C" NOT NULL DEFAULT '';                    -- of the record's JSON in UTF-8
ALTER TABLE record ADD COLUMN format text COLLATE "C" NOT NULL DEFAULT 'onrecord/1';        -- form of its JSON
ALTER TABLE record ADD COLUMN indexed bigint NOT NULL DEFAULT 0;                            -- rows that it has in the table of shingles

-- The words of a claim's source and of that source's entity, folded, blanks around each: |mayor orlo|she| is " mayor orlo  she ".
ALTER TABLE claim ADD COLUMN voices text COLLATE "C" NOT NULL DEFAULT '';

-- Which archive this is: a desk stops writing where another has taken its place.
CREATE TABLE archive (
    id text COLLATE "C" NOT NULL,
    pages text COLLATE "C" NOT NULL         -- exclusive or of the hashes of all pages
);
INSERT INTO archive VALUES (replace(gen_random_uuid()::text, '-', ''), repeat('0', 64));
