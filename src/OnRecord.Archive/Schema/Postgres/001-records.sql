CREATE TABLE archive_version (version integer NOT NULL);   -- how many of these scripts the archive has had
INSERT INTO archive_version VALUES (0);

-- The archive: pages as they came, and the records made of them. What is searched is lifted out of each record's JSON (RecordRows.cs). The same tables as in SQLite.

CREATE TABLE page (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256 text COLLATE "C" NOT NULL UNIQUE, -- of the raw bytes
    name text COLLATE "C" NOT NULL,         -- what the input was called when it was added first
    uri text COLLATE "C",
    media_type text COLLATE "C",
    charset text COLLATE "C",
    fetched text COLLATE "C",
    warc_record text COLLATE "C",
    warc_digest text COLLATE "C",
    declared text COLLATE "C",              -- day of publication that its container declares
    published text COLLATE "C",             -- day of publication that the user gave
    plain bigint NOT NULL,                  -- 1 where it was read as running text
    maker text COLLATE "C" NOT NULL,        -- release and models that made its records
    size bigint NOT NULL,                   -- of the raw bytes
    packed bytea NOT NULL                   -- the raw bytes, in Brotli (RFC 7932)
);

-- Other names under which the same bytes were added.
CREATE TABLE place (
    page bigint NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    name text COLLATE "C" NOT NULL,
    uri text COLLATE "C"
);
CREATE UNIQUE INDEX place_name ON place (page, md5(name));

CREATE TABLE record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    page bigint NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    record_id text COLLATE "C" NOT NULL UNIQUE,
    kind text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    headline text COLLATE "C",
    publisher text COLLATE "C",
    published text COLLATE "C",
    uri text COLLATE "C",
    text_sha256 text COLLATE "C" NOT NULL,
    words bigint NOT NULL,
    shingles bigint NOT NULL,               -- how many of its shingles are kept
    title text COLLATE "C" NOT NULL         -- the headline, or how the text begins
);
CREATE INDEX record_page ON record (page);
CREATE INDEX record_published ON record (published DESC NULLS LAST, id);
CREATE INDEX record_text_sha256 ON record (text_sha256);

CREATE TABLE entity (
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    entity_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    country text COLLATE "C",
    mentions bigint NOT NULL,
    PRIMARY KEY (record, entity_id)
);
CREATE INDEX entity_country ON entity (country, record);
CREATE INDEX entity_country_name ON entity (lower(name), record) WHERE type = 'country';

CREATE TABLE time (
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    place bigint NOT NULL,                  -- index in the record's times
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    timex text COLLATE "C",
    type text COLLATE "C" NOT NULL,
    earliest text COLLATE "C",
    latest text COLLATE "C",
    granularity text COLLATE "C" NOT NULL,
    edtf text COLLATE "C",
    rule text COLLATE "C" NOT NULL,
    PRIMARY KEY (record, place)
);

CREATE TABLE quantity (
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    place bigint NOT NULL,
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    low double precision,
    high double precision,
    best double precision,
    relation text COLLATE "C" NOT NULL,
    unit text COLLATE "C",
    currency text COLLATE "C",
    counted text COLLATE "C",
    rule text COLLATE "C" NOT NULL,
    PRIMARY KEY (record, place)
);

CREATE TABLE attribution (
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    attribution_id text COLLATE "C" NOT NULL,
    start bigint NOT NULL,                  -- of the cue
    "end" bigint NOT NULL,
    source text COLLATE "C",
    source_kind text COLLATE "C",
    entity text COLLATE "C",                -- name of the source's entity
    cue text COLLATE "C" NOT NULL,
    lemma text COLLATE "C" NOT NULL,
    content text COLLATE "C" NOT NULL,
    speech text COLLATE "C" NOT NULL,
    within text COLLATE "C",
    rule text COLLATE "C" NOT NULL,
    PRIMARY KEY (record, attribution_id)
);
CREATE INDEX attribution_speaker ON attribution USING hash (coalesce(entity, source));

CREATE TABLE claim (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    claim_id text COLLATE "C" NOT NULL,
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    text text COLLATE "C" NOT NULL,
    predicate text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    source text COLLATE "C",                -- who says so: the innermost attribution's source, as written
    source_kind text COLLATE "C",
    entity text COLLATE "C",                -- name of that source's entity
    through text COLLATE "C",               -- on whose word that is: the outer sources, outermost first
    earliest text COLLATE "C",              -- when it happened: the first time of the claim that is known
    latest text COLLATE "C",
    granularity text COLLATE "C",
    when_text text COLLATE "C",
    rule text COLLATE "C" NOT NULL,
    UNIQUE (record, claim_id)
);
CREATE INDEX claim_status ON claim (status, record);
CREATE INDEX claim_happened ON claim (coalesce(earliest, latest), latest, id) WHERE earliest IS NOT NULL OR latest IS NOT NULL;
CREATE INDEX claim_speaker ON claim USING hash (coalesce(entity, source));

CREATE TABLE body (
    record bigint PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    json text COLLATE "C" NOT NULL,         -- the record, onrecord/1
    text text COLLATE "C" NOT NULL          -- its text, U+FFFD where it has U+0000, which PostgreSQL cannot hold
);

-- Full text. Words come cut and folded (WordFolding.cs), so every token of the parser is a whole word; they are compared by their stems.
CREATE TEXT SEARCH DICTIONARY stem (TEMPLATE = snowball, LANGUAGE = porter);
CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION words ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart, int, uint, float, sfloat, version WITH stem;

-- Words of two texts, those of the first in class A. A word that is taken out again keeps their places apart: no phrase goes from one into the other.
CREATE FUNCTION words_of(first text, second text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT setweight(to_tsvector('words', first), 'A') || ts_delete(to_tsvector('words', 'xqzxq ' || second), 'xqzxq') $$;

CREATE TABLE record_words (
    rowid bigint PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    words tsvector NOT NULL                 -- of the headline and the text
);
CREATE INDEX record_words_words ON record_words USING gin (words);

CREATE TABLE claim_words (
    rowid bigint PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
    words tsvector NOT NULL                 -- of the claim and its source
);
CREATE INDEX claim_words_words ON claim_words USING gin (words);

-- Headlines and names by any three letters.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE TABLE record_letters (
    rowid bigint PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    letters text COLLATE "C" NOT NULL
);
CREATE INDEX record_letters_letters ON record_letters USING gin (letters gin_trgm_ops);

-- Families: the same number for copies and edited copies.
CREATE TABLE family (
    record bigint PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    family bigint NOT NULL
);
CREATE INDEX family_family ON family (family);

-- Shingles: hashes of five words in a row, one in four of them.
CREATE TABLE shingle (
    hash bigint NOT NULL,
    record bigint NOT NULL,
    PRIMARY KEY (hash, record)
);

-- Pairs of records that share text: the later one, the earlier one.
CREATE TABLE likeness (
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    other bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    containment double precision NOT NULL,  -- share of the smaller one's shingles that both have
    resemblance double precision NOT NULL,  -- share of all shingles of both that both have
    PRIMARY KEY (record, other)
);
CREATE INDEX likeness_other ON likeness (other);

-- The views that readers may rely on.
CREATE VIEW documents AS
SELECT record.record_id, kind, language, headline, publisher, record.published, record.uri, words, family, page.name AS page_name, page.sha256 AS page_sha256, page.fetched, maker, text, json
FROM record JOIN body ON body.record = record.id JOIN page ON page.id = record.page JOIN family ON family.record = record.id;

CREATE VIEW claims AS
SELECT claim_id, record_id, claim.start, claim."end", claim.text, predicate, status, source, source_kind, entity AS source_entity, through, earliest, latest, granularity, when_text, rule, headline, publisher, published, uri
FROM claim JOIN record ON record.id = claim.record;

CREATE VIEW attributions AS
SELECT attribution_id, record_id, start, "end", source, source_kind, entity AS source_entity, cue, lemma, content, speech, within, rule, headline, publisher, published, uri
FROM attribution JOIN record ON record.id = attribution.record;

CREATE VIEW times AS
SELECT record_id, place, start, "end", time.text, timex, type, earliest, latest, granularity, edtf, rule, headline, publisher, published, uri
FROM time JOIN record ON record.id = time.record;

CREATE VIEW quantities AS
SELECT record_id, place, start, "end", quantity.text, quantity.kind, low, high, best, relation, unit, currency, counted, rule, headline, publisher, published, uri
FROM quantity JOIN record ON record.id = quantity.record;

CREATE VIEW entities AS
SELECT entity_id, record_id, name, type, country, mentions, headline, publisher, published, uri
FROM entity JOIN record ON record.id = entity.record;
