-- Who did what on this installation. Each row's hash covers the hash before it and the row's content, so that no row can be
-- changed or taken out without all later hashes changing. Rows point at units and members without a foreign key: they outlive
-- both, the demonstration's included.
CREATE TABLE audit_entry (
    number    bigint PRIMARY KEY CHECK (number > 0),
    at        timestamptz NOT NULL,
    act       text        NOT NULL CHECK (act ~ '^[a-z0-9-]+$'),
    unit_id   uuid,
    member_id uuid,
    member    text        NOT NULL,
    subject   uuid,
    about     text        NOT NULL,
    address   text        NOT NULL,
    previous  bytea       NOT NULL CHECK (length(previous) = 32),
    hash      bytea       NOT NULL CHECK (length(hash) = 32)
);

CREATE INDEX audit_entry_by_unit ON audit_entry (unit_id, number DESC);
CREATE INDEX audit_entry_by_member ON audit_entry (unit_id, member_id, number DESC);
CREATE INDEX audit_entry_by_act ON audit_entry (unit_id, act, number DESC);

-- The end of the chain. Whoever adds holds this row until the commit, so that numbers have no gaps.
CREATE TABLE audit_head (
    only_one boolean PRIMARY KEY CHECK (only_one),
    number   bigint NOT NULL CHECK (number >= 0),
    hash     bytea  NOT NULL CHECK (length(hash) = 32)
);

CREATE FUNCTION refuse_any_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP)
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_any_change();
CREATE TRIGGER audit_entry_is_kept BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_any_change();
