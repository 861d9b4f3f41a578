-- A person has stopped everything that a unit sends. The row without a release is in force; the others are the record.
CREATE TABLE stoppage (
    id               uuid PRIMARY KEY,
    unit_id          uuid        NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    reason           text        NOT NULL CHECK (reason <> ''),
    stopped_by       uuid        NOT NULL,
    stopped_by_name  text        NOT NULL,
    stopped_at       timestamptz NOT NULL,
    released_by      uuid,
    released_by_name text,
    released_at      timestamptz,
    CHECK ((released_at IS NULL) = (released_by IS NULL)),
    CHECK ((released_at IS NULL) = (released_by_name IS NULL))
);

CREATE UNIQUE INDEX stoppage_in_force ON stoppage (unit_id) WHERE released_at IS NULL;
CREATE INDEX stoppage_by_unit ON stoppage (unit_id, stopped_at DESC);
