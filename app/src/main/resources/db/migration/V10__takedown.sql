-- One act that takes a publication down everywhere. The row is the order; whatever happens to the process, it is pursued
-- until every copy has come to its end.
CREATE TABLE takedown (
    id               uuid PRIMARY KEY,
    unit_id          uuid        NOT NULL,
    publication_id   uuid        NOT NULL UNIQUE,
    title            text        NOT NULL,
    kind             text        NOT NULL,
    revision         text        NOT NULL,
    revision_hash    text        NOT NULL,
    cause            text        NOT NULL CHECK (cause IN ('mistake', 'judges_order', 'end_of_authorisation', 'person_found',
                                                           'personal_data', 'other')),
    remark           text        NOT NULL CHECK (cause <> 'other' OR remark <> ''),
    ordered_by       uuid        NOT NULL,
    ordered_by_name  text        NOT NULL,
    ordered_at       timestamptz NOT NULL,
    -- Ordered by its author alone: a second member looks at it afterwards.
    by_author        boolean     NOT NULL,
    reviewed_by      uuid CHECK (reviewed_by <> ordered_by),
    reviewed_by_name text,
    reviewed_at      timestamptz,
    stopped          int         NOT NULL DEFAULT 0,
    restored_as      uuid,
    settled_at       timestamptz,
    changed_at       timestamptz NOT NULL,
    -- When it is looked after next; null once there is nothing left to do.
    next_at          timestamptz,
    FOREIGN KEY (unit_id, publication_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE,
    CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL))
);
CREATE INDEX takedown_by_unit ON takedown (unit_id, ordered_at DESC);
CREATE INDEX takedown_to_pursue ON takedown (next_at) WHERE next_at IS NOT NULL;

-- One copy and how it ends. Part -1 is what nobody can see yet.
CREATE TABLE takedown_copy (
    id            uuid PRIMARY KEY,
    takedown_id   uuid        NOT NULL REFERENCES takedown (id) ON DELETE CASCADE,
    unit_id       uuid        NOT NULL,
    delivery_id   uuid        NOT NULL,
    part          int         NOT NULL,
    account_id    uuid        NOT NULL,
    network       text        NOT NULL,
    handle        text        NOT NULL,
    post_id       text,
    post_version  text,
    permalink     text,
    ending        text        NOT NULL CHECK (ending IN ('waiting', 'removed', 'replaced', 'person', 'unrecallable')),
    reason_code   text,
    reason_detail text,
    next_try      timestamptz,
    public_since  timestamptz,
    ended_at      timestamptz,
    verifiable    boolean     NOT NULL,
    verified_at   timestamptz,
    reopened      int         NOT NULL DEFAULT 0,
    owner_id      uuid,
    owner_name    text,
    remind_at     timestamptz,
    reminded_at   timestamptz,
    by_hand_name  text,
    by_hand       text,
    by_hand_at    timestamptz,
    UNIQUE (takedown_id, delivery_id, part)
);

-- One look whether a copy is really gone.
CREATE TABLE takedown_look (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    copy_id       uuid        NOT NULL REFERENCES takedown_copy (id) ON DELETE CASCADE,
    account_id    uuid        NOT NULL,
    due_at        timestamptz NOT NULL,
    leased_until  timestamptz,
    failures      int         NOT NULL DEFAULT 0,
    done_at       timestamptz,
    sighting      text CHECK (sighting IN ('gone', 'there', 'notice')),
    reason_code   text,
    reason_detail text
);
CREATE INDEX takedown_look_due ON takedown_look (due_at) WHERE done_at IS NULL;
CREATE INDEX takedown_look_by_copy ON takedown_look (copy_id);

-- What happened; only ever added to.
CREATE TABLE takedown_entry (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    takedown_id uuid        NOT NULL REFERENCES takedown (id) ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    word        text        NOT NULL,
    detail      text        NOT NULL,
    name        text
);
CREATE INDEX takedown_entry_by_takedown ON takedown_entry (takedown_id, id);
