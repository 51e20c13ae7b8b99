-- The JSON of a record stands in a table of its own, and its title is kept: rows of records are short, so that counting and listing read little.

CREATE TABLE body (
    record INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    json TEXT NOT NULL                  -- the record, onrecord/1
) STRICT;
INSERT INTO body SELECT id, json FROM record;

DROP VIEW record_text;
DROP VIEW documents;
ALTER TABLE record DROP COLUMN json;
ALTER TABLE record ADD COLUMN title TEXT NOT NULL DEFAULT '';   -- the headline, or how the text begins
UPDATE record SET title = coalesce(headline, (SELECT substr(json_extract(json, '$.text'), 1, 90) FROM body WHERE body.record = record.id), '');

CREATE VIEW record_text AS SELECT record.id, headline, json_extract(json, '$.text') AS text FROM record JOIN body ON body.record = record.id;

CREATE VIEW documents AS
SELECT record.record_id, kind, language, headline, publisher, record.published, record.uri, words, family, page.name AS page_name, page.sha256 AS page_sha256, page.fetched, maker, json_extract(json, '$.text') AS text, json
FROM record JOIN body ON body.record = record.id JOIN page ON page.id = record.page JOIN family ON family.record = record.id;

-- When it happened, for the timeline and its months.
CREATE INDEX claim_happened ON claim (coalesce(earliest, latest), latest) WHERE earliest IS NOT NULL OR latest IS NOT NULL;

-- Countries by their name.
CREATE INDEX entity_country_name ON entity (name COLLATE NOCASE, record) WHERE type = 'country';
