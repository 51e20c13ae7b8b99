-- Stories: documents about one event. The earliest of a family of copies stands for all of them.

CREATE TABLE story (
    record bigint PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    story bigint NOT NULL,                  -- the same number for documents of one story
    day bigint NOT NULL                     -- of publication, days since 0001-01-01; 0 where it is not known
);
CREATE INDEX story_story ON story (story, day);

-- The terms by which a document's story is known.
CREATE TABLE story_term (
    term text COLLATE "C" NOT NULL,
    day bigint NOT NULL,                    -- the document's
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    weight integer NOT NULL,                -- in thousandths
    name integer NOT NULL,                  -- 1 where it stands mostly in names
    PRIMARY KEY (term, day, record)
);
CREATE INDEX story_term_record ON story_term (record);

-- The documents that are most like one.
CREATE TABLE story_near (
    record bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    other bigint NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    likeness bigint NOT NULL,               -- cosine of their terms, in thousandths
    PRIMARY KEY (record, other)
);
CREATE INDEX story_near_other ON story_near (other);
