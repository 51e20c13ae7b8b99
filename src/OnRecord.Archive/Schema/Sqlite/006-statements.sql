-- Claims as statements that read alone (onrecord/2). Rows of records of onrecord/1 have the clause for a statement until 'reread' makes them anew.
ALTER TABLE claim ADD COLUMN statement TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN predicate_lemma TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN governor TEXT;                         -- the word that tells how far or how sure
ALTER TABLE claim ADD COLUMN negated INTEGER NOT NULL DEFAULT 0;    -- 1 where the statement says itself that something is not so
ALTER TABLE claim ADD COLUMN level TEXT NOT NULL DEFAULT 'main';    -- main, detail, fragment
ALTER TABLE claim ADD COLUMN rank REAL NOT NULL DEFAULT 0;          -- 0 to 1, how much a checker would want it first
ALTER TABLE claim ADD COLUMN reasons TEXT NOT NULL DEFAULT '';      -- what raised its rank, with blanks between
ALTER TABLE claim ADD COLUMN within TEXT;                           -- claim_id of the claim in which it stands
ALTER TABLE claim ADD COLUMN head TEXT;                             -- claim_id of the main claim under which it is shown; null where it is shown by itself
UPDATE claim SET statement = text, predicate_lemma = lower(predicate);

-- The details that are shown under a claim.
CREATE INDEX claim_head ON claim (record, head) WHERE head IS NOT NULL;

-- What the questions of 004 need, with the level: most leave fragments out.
DROP INDEX claim_facets;
CREATE INDEX claim_facets ON claim (record, level, status, coalesce(entity, source));
DROP INDEX claim_day;
CREATE INDEX claim_day ON claim (id, level, earliest, latest) WHERE earliest IS NOT NULL OR latest IS NOT NULL;
DROP INDEX claim_voice;
CREATE INDEX claim_voice ON claim (id, level, record, status, source_kind, entity, source, through) WHERE source IS NOT NULL;

-- Words of the statement, and those of the clause where it has others.
DROP TABLE claim_words;
CREATE VIEW claim_text AS SELECT id, record, statement, CASE WHEN text = statement THEN '' ELSE text END AS text, source FROM claim;
CREATE VIRTUAL TABLE claim_words USING fts5 (statement, text, source, content = 'claim_text', content_rowid = 'id', prefix = '3 4', tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO claim_words (claim_words) VALUES ('rebuild');
INSERT INTO claim_words (claim_words, rank) VALUES ('secure-delete', 1);

DROP VIEW claims;
CREATE VIEW claims AS
SELECT claim_id, record_id, claim.start, claim."end", claim.text, statement, predicate, predicate_lemma, governor, negated, status, level, rank, reasons, within, source, source_kind, entity AS source_entity, through, earliest, latest, granularity, when_text, rule, headline, publisher, published, uri
FROM claim JOIN record ON record.id = claim.record;
