-- Who a member is at an identity provider: its issuer and the subject there, never an e-mail address (OpenID Connect Core §5.7).

CREATE TABLE identity (
    issuer    text        NOT NULL,
    subject   text        NOT NULL,
    member_id uuid        NOT NULL REFERENCES member ON DELETE CASCADE,
    linked_at timestamptz NOT NULL,
    used_at   timestamptz,
    PRIMARY KEY (issuer, subject),
    UNIQUE (member_id, issuer)
);
