-- The archive: pages as they came, and the records made of them. What is searched is lifted out of each record's JSON (lift.sql).

CREATE TABLE page (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,        -- of the raw bytes
    name TEXT NOT NULL,                 -- what the input was called when it was added first
    uri TEXT,
    media_type TEXT,
    charset TEXT,
    fetched TEXT,
    warc_record TEXT,
    warc_digest TEXT,
    declared TEXT,                      -- day of publication that its container declares
    published TEXT,                     -- day of publication that the user gave
    plain INTEGER NOT NULL,             -- 1 where it was read as running text
    maker TEXT NOT NULL,                -- release and models that made its records
    size INTEGER NOT NULL,              -- of the raw bytes
    packed BLOB NOT NULL                -- the raw bytes, in Brotli (RFC 7932)
) STRICT;

-- Other names under which the same bytes were added.
CREATE TABLE place (
    page INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    uri TEXT,
    PRIMARY KEY (page, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    page INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    record_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    headline TEXT,
    publisher TEXT,
    published TEXT,
    uri TEXT,
    text_sha256 TEXT NOT NULL,
    words INTEGER NOT NULL,
    shingles INTEGER NOT NULL,          -- how many of its shingles are kept
    json TEXT NOT NULL                  -- the record, onrecord/1
) STRICT;
CREATE INDEX record_page ON record (page);
CREATE INDEX record_published ON record (published);
CREATE INDEX record_text_sha256 ON record (text_sha256);

CREATE TABLE entity (
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    entity_id TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    country TEXT,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (record, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_country ON entity (country, record);
CREATE INDEX entity_name ON entity (name, record);

CREATE TABLE time (
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,             -- index in the record's times
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    timex TEXT,
    type TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    granularity TEXT NOT NULL,
    edtf TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (record, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantity (
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    low REAL,
    high REAL,
    best REAL,
    relation TEXT NOT NULL,
    unit TEXT,
    currency TEXT,
    counted TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (record, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    attribution_id TEXT NOT NULL,
    start INTEGER NOT NULL,             -- of the cue
    "end" INTEGER NOT NULL,
    source TEXT,
    source_kind TEXT,
    entity TEXT,                        -- name of the source's entity
    cue TEXT NOT NULL,
    lemma TEXT NOT NULL,
    content TEXT NOT NULL,
    speech TEXT NOT NULL,
    within TEXT,
    rule TEXT NOT NULL,
    PRIMARY KEY (record, attribution_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_entity ON attribution (entity, record);

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    claim_id TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    predicate TEXT NOT NULL,
    status TEXT NOT NULL,
    source TEXT,                        -- who says so: the innermost attribution's source, as written
    source_kind TEXT,
    entity TEXT,                        -- name of that source's entity
    through TEXT,                       -- on whose word that is: the outer sources, outermost first
    earliest TEXT,                      -- when it happened: the first time of the claim that is known
    latest TEXT,
    granularity TEXT,
    when_text TEXT,
    rule TEXT NOT NULL,
    UNIQUE (record, claim_id)
) STRICT;
CREATE INDEX claim_status ON claim (status, record);
CREATE INDEX claim_earliest ON claim (earliest);

-- Full text: the documents by words, headlines and names also by any three letters, the claims by words.
CREATE VIEW record_text AS SELECT id, headline, json_extract(json, '$.text') AS text FROM record;
CREATE VIRTUAL TABLE record_words USING fts5 (headline, text, content = 'record_text', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE record_letters USING fts5 (headline, names, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1');
CREATE VIRTUAL TABLE claim_words USING fts5 (text, source, content = 'claim', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');

-- Families: the same number for copies and edited copies.
CREATE TABLE family (
    record INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    family INTEGER NOT NULL
) STRICT;
CREATE INDEX family_family ON family (family);

-- Shingles: hashes of five words in a row, one in four of them.
CREATE TABLE shingle (
    hash INTEGER NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (hash, record)
) STRICT, WITHOUT ROWID;

-- Pairs of records that share text: the later one, the earlier one.
CREATE TABLE likeness (
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    containment REAL NOT NULL,          -- share of the smaller one's shingles that both have
    resemblance REAL NOT NULL,          -- share of all shingles of both that both have
    PRIMARY KEY (record, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_other ON likeness (other);

-- The views that readers may rely on.
CREATE VIEW documents AS
SELECT record.record_id, kind, language, headline, publisher, record.published, record.uri, words, family, page.name AS page_name, page.sha256 AS page_sha256, page.fetched, maker, json_extract(json, '$.text') AS text, json
FROM record JOIN page ON page.id = record.page JOIN family ON family.record = record.id;

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
