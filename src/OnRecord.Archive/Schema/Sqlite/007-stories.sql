-- Stories: documents about one event. The earliest of a family of copies stands for all of them.

CREATE TABLE story (
    record INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    story INTEGER NOT NULL,             -- the same number for documents of one story
    day INTEGER NOT NULL                -- of publication, days since 0001-01-01; 0 where it is not known
) STRICT;
CREATE INDEX story_story ON story (story, day);

-- The terms by which a document's story is known.
CREATE TABLE story_term (
    term TEXT NOT NULL,
    day INTEGER NOT NULL,               -- the document's
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    weight INTEGER NOT NULL,            -- in thousandths
    name INTEGER NOT NULL,              -- 1 where it stands mostly in names
    PRIMARY KEY (term, day, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_term_record ON story_term (record);

-- The documents that are most like one.
CREATE TABLE story_near (
    record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    likeness INTEGER NOT NULL,          -- cosine of their terms, in thousandths
    PRIMARY KEY (record, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_near_other ON story_near (other);
