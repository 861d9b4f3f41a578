-- A member's passkeys: what it takes to recognise a signature (WebAuthn Level 3 §4, credential record). The private key never leaves
-- the member's device.

CREATE TABLE passkey (
    id              uuid PRIMARY KEY,
    member_id       uuid        NOT NULL REFERENCES member ON DELETE CASCADE,
    credential_id   bytea       NOT NULL UNIQUE,
    credential      bytea       NOT NULL,
    sign_count      bigint      NOT NULL,
    backup_eligible boolean     NOT NULL,
    backed_up       boolean     NOT NULL,
    name            text        NOT NULL CHECK (name <> ''),
    created_at      timestamptz NOT NULL,
    used_at         timestamptz
);

CREATE INDEX passkey_member ON passkey (member_id);
