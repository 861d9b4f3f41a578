-- The demonstration, where it is loaded: the password of its members, sealed, so that it can be told again.
CREATE TABLE demonstration (
    only_one  boolean PRIMARY KEY CHECK (only_one),
    password  bytea       NOT NULL,
    loaded_at timestamptz NOT NULL
);
