-- Claims as statements that read alone (onrecord/2). Rows of records of onrecord/1 have the clause for a statement until 'reread' makes them anew.
ALTER TABLE claim ADD COLUMN statement text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN predicate_lemma text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN governor text COLLATE "C";                         -- the word that tells how far or how sure
ALTER TABLE claim ADD COLUMN negated bigint NOT NULL DEFAULT 0;                 -- 1 where the statement says itself that something is not so
ALTER TABLE claim ADD COLUMN level text COLLATE "C" NOT NULL DEFAULT 'main';    -- main, detail, fragment
ALTER TABLE claim ADD COLUMN rank double precision NOT NULL DEFAULT 0;          -- 0 to 1, how much a checker would want it first
ALTER TABLE claim ADD COLUMN reasons text COLLATE "C" NOT NULL DEFAULT '';      -- what raised its rank, with blanks between
ALTER TABLE claim ADD COLUMN within text COLLATE "C";                           -- claim_id of the claim in which it stands
ALTER TABLE claim ADD COLUMN head text COLLATE "C";                             -- claim_id of the main claim under which it is shown; null where it is shown by itself
UPDATE claim SET statement = text, predicate_lemma = lower(predicate);

-- The details that are shown under a claim.
CREATE INDEX claim_head ON claim (record, head) WHERE head IS NOT NULL;

-- Words of the statement, those of the clause where it has others, and of the source: no phrase goes from one into another.
CREATE FUNCTION words_of(first text, second text, third text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT CASE WHEN second = '' THEN words_of(first, third)
        ELSE setweight(to_tsvector('words', first), 'A') || ts_delete(to_tsvector('words', 'xqzxq ' || second || ' xqzxq ' || third), 'xqzxq') END $$;

DROP VIEW claims;
CREATE VIEW claims AS
SELECT claim_id, record_id, claim.start, claim."end", claim.text, statement, predicate, predicate_lemma, governor, negated, status, level, rank, reasons, within, source, source_kind, entity AS source_entity, through, earliest, latest, granularity, when_text, rule, headline, publisher, published, uri
FROM claim JOIN record ON record.id = claim.record;
