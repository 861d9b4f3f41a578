-- One account of a unit on a network. Its secrets are sealed with a key kept outside the database and erased on removal.
CREATE TABLE account (
    id              uuid        PRIMARY KEY,
    unit_id         uuid        NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    network         text        NOT NULL,
    handle          text        NOT NULL,
    display_name    text        NOT NULL,
    server          text        NOT NULL,
    remote_id       text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('connected', 'reconnect', 'removed')),
    reason_code     text,
    reason_detail   text,
    limits          jsonb       NOT NULL,
    limits_at       timestamptz NOT NULL,
    paused_until    timestamptz,
    secrets         bytea,
    secrets_version int         NOT NULL DEFAULT 0,
    refresh_by      uuid,
    refresh_until   timestamptz,
    connected_by    uuid,
    created_at      timestamptz NOT NULL,
    removed_at      timestamptz,
    demo            boolean     NOT NULL DEFAULT false
);

CREATE UNIQUE INDEX account_once ON account (unit_id, network, server, remote_id) WHERE state <> 'removed';

-- Somebody is on the way to connect an account: between our form and the network's consent page.
CREATE TABLE account_consent (
    state      text        PRIMARY KEY,
    unit_id    uuid        NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    member_id  uuid        NOT NULL,
    network    text        NOT NULL,
    page       text        NOT NULL,
    kept       bytea       NOT NULL,
    expires_at timestamptz NOT NULL
);

-- One revision to one account by one operation. next_at says when a worker may take it: when it is due or may be tried
-- again while 'ready', when the lease ends while 'claimed'. Every claim raises the epoch; a worker writes only under its own.
-- begun_at says since when something of it may be public.
CREATE TABLE delivery (
    id             uuid        PRIMARY KEY,
    unit_id        uuid        NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    publication_id uuid        NOT NULL,
    revision_id    uuid        NOT NULL,
    account_id     uuid        NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    operation      text        NOT NULL CHECK (operation IN ('publish', 'delete')),
    of_delivery    uuid        REFERENCES delivery (id) ON DELETE CASCADE,
    post           jsonb       NOT NULL,
    lane           smallint    NOT NULL,
    due_at         timestamptz NOT NULL,
    state          text        NOT NULL
                   CHECK (state IN ('ready', 'claimed', 'done', 'rejected', 'attention', 'cancelled')),
    next_at        timestamptz NOT NULL,
    epoch          int         NOT NULL DEFAULT 0,
    worker         text,
    failures       int         NOT NULL DEFAULT 0,
    reason_code    text,
    reason_detail  text,
    created_at     timestamptz NOT NULL,
    begun_at       timestamptz,
    settled_at     timestamptz,
    UNIQUE (revision_id, account_id, operation),
    CHECK ((operation = 'delete') = (of_delivery IS NOT NULL))
);

CREATE INDEX delivery_to_take ON delivery (lane, next_at) WHERE state IN ('ready', 'claimed');
-- One delivery at a time per account, so that a thread stays in order; an alert does not wait behind a slow upload.
CREATE UNIQUE INDEX delivery_one_at_a_time ON delivery (account_id, (lane = 0)) WHERE state = 'claimed';
CREATE INDEX delivery_by_publication ON delivery (unit_id, publication_id);
CREATE INDEX delivery_by_account ON delivery (account_id) WHERE state IN ('ready', 'claimed', 'attention');
CREATE INDEX delivery_for_person ON delivery (unit_id) WHERE state IN ('rejected', 'attention');
CREATE INDEX delivery_removal ON delivery (of_delivery) WHERE of_delivery IS NOT NULL;

-- One public act of a delivery. 'armed' is committed before the first byte leaves and means: may be public.
CREATE TABLE delivery_step (
    delivery_id   uuid  NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
    position      int   NOT NULL,
    first_part    int   NOT NULL,
    parts         int   NOT NULL,
    key           text  NOT NULL,
    state         text  NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'armed', 'settled')),
    request_hash  text,
    armed_at      timestamptz,
    last_armed_at timestamptz,
    epoch         int,
    posts         jsonb NOT NULL DEFAULT '[]',
    settled_at    timestamptz,
    PRIMARY KEY (delivery_id, position),
    CHECK (state = 'planned' OR armed_at IS NOT NULL)
);

-- What was tried and what became of it; only ever added to.
CREATE TABLE delivery_attempt (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id   uuid        NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
    position      int,
    epoch         int         NOT NULL,
    at            timestamptz NOT NULL,
    outcome       text        NOT NULL,
    reason_code   text,
    reason_detail text,
    member_id     uuid
);

CREATE INDEX delivery_attempt_by_delivery ON delivery_attempt (delivery_id, id);
