-- People and organisations across documents: who is compared by which key, and who plays which part in which claim.
ALTER TABLE entity ADD COLUMN compared TEXT NOT NULL DEFAULT '';    -- the name under which documents are compared
ALTER TABLE entity ADD COLUMN who TEXT;                             -- the key without its country: person/dana-orlo; person/orlo where one name is all that is told; null for what has no name
ALTER TABLE entity ADD COLUMN joined TEXT;                          -- the rule that gave the compared name; null where it is the document's own
CREATE INDEX entity_who ON entity (who, record) WHERE who IS NOT NULL;

-- Who says a claim: "who" of its source's entity, else the words that name the source, without an article; null where only a pronoun does.
ALTER TABLE claim ADD COLUMN speaker TEXT;
CREATE INDEX claim_who ON claim (speaker, level, record) WHERE speaker IS NOT NULL;
DROP INDEX claim_voice;
CREATE INDEX claim_voice ON claim (id, level, record, status, source_kind, entity, source, through, speaker) WHERE source IS NOT NULL;

-- Who is named in a claim.
CREATE TABLE part (
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,             -- which of the record's parts it is
    entity_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    role TEXT,                          -- the part that it plays; null where it is only named
    PRIMARY KEY (record, entity_id, claim_id)
) STRICT, WITHOUT ROWID;

DROP VIEW entities;
CREATE VIEW entities AS
SELECT entity_id, record_id, name, type, country, mentions, compared, who, joined, headline, publisher, published, uri
FROM entity JOIN record ON record.id = entity.record;

DROP VIEW claims;
CREATE VIEW claims AS
SELECT claim_id, record_id, claim.start, claim."end", claim.text, statement, predicate, predicate_lemma, governor, negated, status, level, rank, reasons, within, source, source_kind, entity AS source_entity, speaker, through, earliest, latest, granularity, when_text, rule, headline, publisher, published, uri
FROM claim JOIN record ON record.id = claim.record;
