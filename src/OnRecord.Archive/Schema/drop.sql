-- Takes the record with id $record out of the full-text tables; the other tables go with it by their foreign keys.

INSERT INTO record_words (record_words, rowid, headline, text) SELECT 'delete', id, headline, text FROM record_text WHERE id = $record;

DELETE FROM record_letters WHERE rowid = $record;

INSERT INTO claim_words (claim_words, rowid, text, source) SELECT 'delete', id, text, source FROM claim WHERE record = $record;

DELETE FROM record WHERE id = $record;
