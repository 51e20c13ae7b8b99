-- Fills the searched tables from the JSON of the record with id $record.

UPDATE record SET title = coalesce(headline, (SELECT substr(json_extract(json, '$.text'), 1, 90) FROM body WHERE record = $record), '') WHERE id = $record;

WITH named AS MATERIALIZED (
    SELECT value ->> 'entity' AS entity, count(*) AS mentions FROM json_each((SELECT json FROM body WHERE record = $record), '$.mentions') GROUP BY 1)
INSERT INTO entity
SELECT $record, value ->> 'id', value ->> 'name', value ->> 'type', value ->> 'country', coalesce(mentions, 0)
FROM json_each((SELECT json FROM body WHERE record = $record), '$.entities') LEFT JOIN named ON named.entity = value ->> 'id';

INSERT INTO time
SELECT $record, key, value ->> 'start', value ->> 'end', value ->> 'text', value ->> 'timex', value ->> 'type', value ->> 'earliest', value ->> 'latest', value ->> 'granularity', value ->> 'edtf', value ->> 'rule'
FROM json_each((SELECT json FROM body WHERE record = $record), '$.times');

INSERT INTO quantity
SELECT $record, key, value ->> 'start', value ->> 'end', value ->> 'text', value ->> 'kind', value ->> 'low', value ->> 'high', value ->> 'best', value ->> 'relation', value ->> 'unit', value ->> 'currency', value ->> '$.counted.text', value ->> 'rule'
FROM json_each((SELECT json FROM body WHERE record = $record), '$.quantities');

INSERT OR IGNORE INTO attribution
SELECT $record, value ->> 'id', value ->> '$.cue.start', value ->> '$.cue.end', value ->> '$.source.text', value ->> '$.source.kind',
    (SELECT name FROM entity WHERE record = $record AND entity_id = value ->> '$.source.entity'),
    value ->> '$.cue.text', value ->> '$.cue.lemma', (SELECT group_concat(part.value ->> 'text', ' … ') FROM json_each(attribution.value, '$.content') AS part), value ->> 'speech', value ->> 'within', value ->> 'rule'
FROM json_each((SELECT json FROM body WHERE record = $record), '$.attributions') AS attribution;

INSERT OR IGNORE INTO claim (record, claim_id, start, "end", text, predicate, status, source, source_kind, entity, through, earliest, latest, granularity, when_text, rule)
SELECT $record, claim.value ->> 'id', claim.value ->> 'start', claim.value ->> 'end', claim.value ->> 'text', claim.value ->> '$.predicate.text', claim.value ->> 'status',
    speaker.source, speaker.source_kind, speaker.entity,
    (SELECT group_concat(coalesce(outer.source, '?'), ' ← ')
     FROM json_each(claim.value, '$.attributedTo') AS chain JOIN attribution AS outer ON outer.record = $record AND outer.attribution_id = chain.value
     WHERE chain.key < json_array_length(claim.value, '$.attributedTo') - 1),
    happened.earliest, happened.latest, happened.granularity, happened.text, claim.value ->> 'rule'
FROM json_each((SELECT json FROM body WHERE record = $record), '$.claims') AS claim
LEFT JOIN attribution AS speaker ON speaker.record = $record AND speaker.attribution_id = claim.value ->> '$.attributedTo[#-1]'
LEFT JOIN time AS happened ON happened.record = $record AND happened.place = (
    SELECT time.place FROM json_each(claim.value, '$.times') AS mentioned JOIN time ON time.record = $record AND time.place = mentioned.value
    WHERE time.type IN ('DATE', 'TIME') AND (time.earliest IS NOT NULL OR time.latest IS NOT NULL)
    ORDER BY time.place LIMIT 1);

INSERT INTO record_words (rowid, headline, text) SELECT id, headline, text FROM record_text WHERE id = $record;

INSERT INTO record_letters (rowid, headline, names)
SELECT $record, (SELECT headline FROM record WHERE id = $record), (SELECT group_concat(name, char(10)) FROM entity WHERE record = $record);

INSERT INTO claim_words (rowid, text, source) SELECT id, text, source FROM claim WHERE record = $record;
