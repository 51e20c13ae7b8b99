-- What large archives are asked most, answered without reading the claims themselves. Each index holds all columns that its question needs.

-- Countries by their name, as PostgreSQL finds them too.
DROP INDEX entity_country_name;
CREATE INDEX entity_country_name ON entity (lower(name), record) WHERE type = 'country';

-- What facets count of claims.
CREATE INDEX claim_facets ON claim (record, status, coalesce(entity, source));

-- Which of the claims that hold some words are dated, and when they happened.
CREATE INDEX claim_day ON claim (id, earliest, latest) WHERE earliest IS NOT NULL OR latest IS NOT NULL;

-- Who says the claims that hold some words.
CREATE INDEX claim_voice ON claim (id, record, status, source_kind, entity, source, through) WHERE source IS NOT NULL;

-- Beginnings of words, of three and of four letters: without an index of their own all words that begin so are gone through.
DROP TABLE record_words;
CREATE VIRTUAL TABLE record_words USING fts5 (headline, text, content = 'record_text', content_rowid = 'id', prefix = '3 4', tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO record_words (record_words) VALUES ('rebuild');
DROP TABLE claim_words;
CREATE VIRTUAL TABLE claim_words USING fts5 (text, source, content = 'claim', content_rowid = 'id', prefix = '3 4', tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO claim_words (claim_words) VALUES ('rebuild');
