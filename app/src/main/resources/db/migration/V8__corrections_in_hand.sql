-- A correction that is being written, or waits for approval. The row goes when it is ordered or abandoned; the publication keeps
-- its state, since what is public stays public.
CREATE TABLE publication_correction (
    publication_id  uuid        PRIMARY KEY,
    unit_id         uuid        NOT NULL,
    stage           text        NOT NULL CHECK (stage IN ('draft', 'submitted')),
    of_number       integer     NOT NULL CHECK (of_number > 0),
    notice          text        NOT NULL,
    withheld        boolean     NOT NULL,
    reason          text        NOT NULL,
    started_by_name text        NOT NULL,
    started_at      timestamptz NOT NULL,
    FOREIGN KEY (unit_id, publication_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE
);
CREATE INDEX publication_correction_submitted ON publication_correction (unit_id) WHERE stage = 'submitted';

-- What a public page said before, the oldest first; null words where a correction took them out of sight for good.
CREATE TABLE site_version (
    publication_id uuid        NOT NULL REFERENCES site_post (publication_id) ON DELETE CASCADE,
    number         int         NOT NULL CHECK (number > 0),
    said_from      timestamptz NOT NULL,
    said_until     timestamptz NOT NULL,
    title          text,
    warning        text,
    body           text,
    pictures       boolean     NOT NULL,
    note           text        NOT NULL,
    PRIMARY KEY (publication_id, number),
    CHECK ((title IS NULL) = (body IS NULL))
);
