-- Services, the people who work in them, and how they prove who they are.

CREATE TABLE unit (
    id         uuid PRIMARY KEY,
    slug       text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'),
    name       text        NOT NULL CHECK (name <> ''),
    service    text        NOT NULL CHECK (service IN ('GENDARMERIE', 'POLICE', 'FIRE', 'OTHER')),
    place      text        NOT NULL,
    contact    text        NOT NULL,
    demo       boolean     NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE member (
    id         uuid PRIMARY KEY,
    email      text        NOT NULL CHECK (email <> ''),
    name       text        NOT NULL CHECK (name <> ''),
    language   text        NOT NULL CHECK (language IN ('fr', 'en')),
    demo       boolean     NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX member_email ON member (lower(email));

CREATE TABLE membership (
    unit_id   uuid        NOT NULL REFERENCES unit ON DELETE CASCADE,
    member_id uuid        NOT NULL REFERENCES member ON DELETE CASCADE,
    roles     text[]      NOT NULL CHECK (roles <> '{}'),
    since     timestamptz NOT NULL,
    PRIMARY KEY (unit_id, member_id)
);

CREATE INDEX membership_member ON membership (member_id);

-- A link that lets its holder join a unit, or choose a new password. Only the token's hash is kept.
CREATE TABLE invitation (
    id           uuid PRIMARY KEY,
    token_hash   bytea       NOT NULL UNIQUE,
    unit_id      uuid        NOT NULL REFERENCES unit ON DELETE CASCADE,
    purpose      text        NOT NULL CHECK (purpose IN ('JOIN', 'RESET_PASSWORD', 'RESET_ALL')),
    email        text        NOT NULL,
    roles        text[]      NOT NULL,
    member_id    uuid REFERENCES member ON DELETE CASCADE,
    invited_by   uuid REFERENCES member ON DELETE SET NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz,
    withdrawn_at timestamptz,
    CHECK ((purpose = 'JOIN') = (member_id IS NULL))
);

CREATE INDEX invitation_unit ON invitation (unit_id);

-- What was done to a unit and its members, by whom; rows are only ever added.
CREATE TABLE unit_act (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    unit_id   uuid        NOT NULL REFERENCES unit ON DELETE CASCADE,
    act       text        NOT NULL,
    actor_id  uuid REFERENCES member ON DELETE SET NULL,
    about     text        NOT NULL
);

CREATE INDEX unit_act_unit ON unit_act (unit_id, at);

CREATE TABLE credential (
    member_id     uuid PRIMARY KEY REFERENCES member ON DELETE CASCADE,
    password_hash text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    totp_pending  bytea,
    totp          bytea,
    totp_step     bigint
);

CREATE TABLE recovery_code (
    member_id uuid  NOT NULL REFERENCES member ON DELETE CASCADE,
    code_hash bytea NOT NULL,
    used_at   timestamptz,
    PRIMARY KEY (member_id, code_hash)
);

-- Counted to slow down guessing, on every node alike. `account` is a hash: people type passwords into the wrong field.
CREATE TABLE sign_in_attempt (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    purpose   text        NOT NULL,
    account   text        NOT NULL,
    address   text        NOT NULL,
    succeeded boolean     NOT NULL
);

CREATE INDEX sign_in_attempt_account ON sign_in_attempt (purpose, account, at);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt (purpose, address, at);

-- The one-time code of the set-up page; a single row, so that the last server started has the say.
CREATE TABLE setup_code (
    only_one  boolean PRIMARY KEY CHECK (only_one),
    code_hash bytea       NOT NULL,
    made_at   timestamptz NOT NULL
);

-- Spring Session's tables, as its documentation gives them.
CREATE TABLE spring_session (
    primary_id            char(36) NOT NULL PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval int      NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100)
);

CREATE INDEX spring_session_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_principal ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
    session_primary_id char(36)     NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
