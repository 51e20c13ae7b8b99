-- Countries by their name, as PostgreSQL finds them too.
DROP INDEX entity_country_name;
CREATE INDEX entity_country_name ON entity (lower(name), record) WHERE type = 'country';

-- What facets count of claims, without reading the claims.
CREATE INDEX claim_facets ON claim (record, status, coalesce(entity, source));
