-- What a unit writes: the working copy, its approved revisions, and who did what.

CREATE TABLE publication (
    id              uuid PRIMARY KEY,
    unit_id         uuid NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    kind            text NOT NULL CHECK (kind IN ('alert', 'property', 'appeal', 'prevention', 'community')),
    title           text NOT NULL,
    text            text NOT NULL,
    link            text NOT NULL,
    language        text NOT NULL,
    warning         text NOT NULL,
    visibility      text NOT NULL CHECK (visibility IN ('public', 'unlisted')),
    under_seal      boolean NOT NULL,
    -- Wall clock of the unit as it was typed; which of the two instants, where clocks go back.
    planned_local   timestamp,
    planned_turn    text CHECK (planned_turn IN ('first', 'second')),
    state           text NOT NULL
                    CHECK (state IN ('draft', 'submitted', 'late', 'approved', 'published', 'troubled', 'cancelled')),
    due_at          timestamptz CHECK ((state IN ('approved', 'published', 'troubled')) = (due_at IS NOT NULL)),
    version         integer NOT NULL CHECK (version > 0),
    demo            boolean NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    updated_by_name text NOT NULL,
    UNIQUE (unit_id, id)
);
CREATE INDEX publication_by_unit ON publication (unit_id, updated_at DESC);
CREATE INDEX publication_by_state ON publication (unit_id, state, updated_at DESC);

-- Everyone who ever changed the content: none of them may approve it.
CREATE TABLE publication_author (
    publication_id uuid NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    member_id      uuid NOT NULL,
    name           text NOT NULL,
    PRIMARY KEY (publication_id, member_id)
);

-- A row exists only where the text for a network diverged from the common one.
CREATE TABLE publication_variant (
    publication_id uuid NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    network        text NOT NULL,
    text           text NOT NULL,
    PRIMARY KEY (publication_id, network)
);

CREATE TABLE publication_account (
    publication_id uuid NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    account_id     uuid NOT NULL,
    PRIMARY KEY (publication_id, account_id)
);

CREATE TABLE publication_image (
    publication_id uuid NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    position       integer NOT NULL CHECK (position >= 0),
    media_id       uuid NOT NULL REFERENCES media (id) DEFERRABLE INITIALLY DEFERRED,
    alt            text NOT NULL,
    PRIMARY KEY (publication_id, position),
    UNIQUE (publication_id, media_id)
);

-- What was submitted, word for word and part for part. The hash names exactly this content.
CREATE TABLE revision (
    id                uuid PRIMARY KEY,
    unit_id           uuid NOT NULL,
    publication_id    uuid NOT NULL,
    number            integer NOT NULL CHECK (number > 0),
    hash              text NOT NULL CHECK (length(hash) = 64),
    content           jsonb NOT NULL,
    submitted_by      uuid NOT NULL,
    submitted_by_name text NOT NULL,
    submitted_at      timestamptz NOT NULL,
    demo              boolean NOT NULL,
    UNIQUE (publication_id, number),
    FOREIGN KEY (unit_id, publication_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE
);

CREATE TABLE approval (
    id          uuid PRIMARY KEY,
    revision_id uuid NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    hash        text NOT NULL CHECK (length(hash) = 64),
    decision    text NOT NULL CHECK (decision IN ('approved', 'returned')),
    remark      text NOT NULL,
    member_id   uuid NOT NULL,
    name        text NOT NULL,
    at          timestamptz NOT NULL,
    demo        boolean NOT NULL
);
CREATE INDEX approval_by_revision ON approval (revision_id, at);

-- Published without approval: stays on the review list until a second member has looked.
CREATE TABLE emergency (
    revision_id      uuid PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
    unit_id          uuid NOT NULL,
    publication_id   uuid NOT NULL,
    reason           text NOT NULL CHECK (reason <> ''),
    member_id        uuid NOT NULL,
    name             text NOT NULL,
    at               timestamptz NOT NULL,
    reviewed_by      uuid CHECK (reviewed_by <> member_id),
    reviewed_by_name text,
    reviewed_at      timestamptz,
    remark           text,
    FOREIGN KEY (unit_id, publication_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE,
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL))
);
CREATE INDEX emergency_to_review ON emergency (unit_id, at) WHERE reviewed_at IS NULL;

-- Who in justice allowed a publication on a case. The latest record counts; earlier ones stay readable.
CREATE TABLE authorisation (
    id             uuid PRIMARY KEY,
    unit_id        uuid NOT NULL,
    publication_id uuid NOT NULL,
    magistrate     text NOT NULL CHECK (magistrate <> ''),
    reference      text NOT NULL CHECK (reference <> ''),
    scope          text NOT NULL CHECK (scope <> ''),
    expires_on     date NOT NULL,
    member_id      uuid NOT NULL,
    name           text NOT NULL,
    at             timestamptz NOT NULL,
    demo           boolean NOT NULL,
    FOREIGN KEY (unit_id, publication_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE
);
CREATE INDEX authorisation_by_publication ON authorisation (publication_id, at DESC);

CREATE TABLE publication_presence (
    publication_id uuid NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    member_id      uuid NOT NULL,
    name           text NOT NULL,
    seen_at        timestamptz NOT NULL,
    PRIMARY KEY (publication_id, member_id)
);

CREATE TABLE timeline (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id        uuid NOT NULL,
    publication_id uuid NOT NULL,
    act            text NOT NULL,
    detail         text NOT NULL,
    member_id      uuid,
    name           text,
    at             timestamptz NOT NULL,
    demo           boolean NOT NULL,
    FOREIGN KEY (unit_id, publication_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE
);
CREATE INDEX timeline_by_publication ON timeline (publication_id, id);

-- The record is append-only for everyone, ourselves included; only the demonstration can be swept away.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.demo THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP)
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER timeline_is_append_only BEFORE UPDATE OR DELETE ON timeline
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_is_append_only BEFORE UPDATE OR DELETE ON revision
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_is_append_only BEFORE UPDATE OR DELETE ON approval
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER authorisation_is_append_only BEFORE UPDATE OR DELETE ON authorisation
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

