-- People and organisations across documents: who is compared by which key, and who plays which part in which claim.
ALTER TABLE entity ADD COLUMN compared text COLLATE "C" NOT NULL DEFAULT '';    -- the name under which documents are compared
ALTER TABLE entity ADD COLUMN who text COLLATE "C";                             -- the key without its country: person/dana-orlo; person/orlo where one name is all that is told; null for what has no name
ALTER TABLE entity ADD COLUMN joined text COLLATE "C";                          -- the rule that gave the compared name; null where it is the document's own
CREATE INDEX entity_who ON entity USING hash (who);

-- Who says a claim: "who" of its source's entity, else the words that name the source, without an article; null where only a pronoun does.
ALTER TABLE claim ADD COLUMN speaker text COLLATE "C";
CREATE INDEX claim_who ON claim USING hash (speaker);

-- Who is named in a claim.
CREATE TABLE part (
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    place bigint NOT NULL,                  -- which of the record's parts it is
    entity_id text COLLATE "C" NOT NULL,
    claim_id text COLLATE "C" NOT NULL,
    role text COLLATE "C",                  -- the part that it plays; null where it is only named
    PRIMARY KEY (record, entity_id, claim_id)
);

DROP VIEW entities;
CREATE VIEW entities AS
SELECT entity_id, record_id, name, type, country, mentions, compared, who, joined, headline, publisher, published, uri
FROM entity JOIN record ON record.id = entity.record;

DROP VIEW claims;
CREATE VIEW claims AS
SELECT claim_id, record_id, claim.start, claim."end", claim.text, statement, predicate, predicate_lemma, governor, negated, status, level, rank, reasons, within, source, source_kind, entity AS source_entity, speaker, through, earliest, latest, granularity, when_text, rule, headline, publisher, published, uri
FROM claim JOIN record ON record.id = claim.record;
