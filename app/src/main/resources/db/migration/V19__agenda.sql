-- Publications by their time, where they come from, and the templates they are begun with.

CREATE INDEX publication_by_due ON publication (unit_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX publication_by_plan ON publication (unit_id, planned_local)
    WHERE due_at IS NULL AND planned_local IS NOT NULL;

-- A draft that began as the copy of another publication of the unit.
CREATE TABLE publication_origin (
    publication_id uuid PRIMARY KEY,
    unit_id        uuid NOT NULL,
    origin_id      uuid NOT NULL,
    relation       text NOT NULL CHECK (relation IN ('copy', 'again')),
    FOREIGN KEY (unit_id, publication_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE,
    FOREIGN KEY (unit_id, origin_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE,
    CHECK (publication_id <> origin_id)
);
CREATE INDEX publication_origin_by_origin ON publication_origin (unit_id, origin_id);

-- Words to begin with; placeholders such as {commune} are filled when a draft is made of it.
CREATE TABLE template (
    id         uuid PRIMARY KEY,
    unit_id    uuid        NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    kind       text        NOT NULL CHECK (kind IN ('alert', 'property', 'appeal', 'prevention', 'community')),
    name       text        NOT NULL CHECK (name <> ''),
    title      text        NOT NULL,
    text       text        NOT NULL,
    link       text        NOT NULL,
    language   text        NOT NULL,
    version    integer     NOT NULL CHECK (version > 0),
    updated_at timestamptz NOT NULL,
    updated_by text        NOT NULL,
    demo       boolean     NOT NULL,
    UNIQUE (unit_id, id)
);
CREATE UNIQUE INDEX template_name ON template (unit_id, lower(name));
