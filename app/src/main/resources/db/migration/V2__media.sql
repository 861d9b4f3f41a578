-- Pictures of a unit's library. The file is durable before its row exists; a file without a row is collected later.

CREATE TABLE media (
    id            uuid PRIMARY KEY,
    unit_id       uuid        NOT NULL REFERENCES unit ON DELETE CASCADE,
    sha256        text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    type          text        NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
    width         int         NOT NULL CHECK (width > 0),
    height        int         NOT NULL CHECK (height > 0),
    bytes         bigint      NOT NULL CHECK (bytes > 0),
    original_name text        NOT NULL,
    default_alt   text        NOT NULL,
    uploaded_by   uuid REFERENCES member ON DELETE SET NULL,
    created_at    timestamptz NOT NULL,
    demo          boolean     NOT NULL,
    UNIQUE (unit_id, sha256)
);

CREATE INDEX media_unit_newest ON media (unit_id, created_at DESC, id);
CREATE INDEX media_sha256 ON media (sha256);
