-- Who speaks: the name of the source's entity or, where it has none, the words that name it.
CREATE INDEX claim_speaker ON claim (coalesce(entity, source));
CREATE INDEX attribution_speaker ON attribution (coalesce(entity, source));
