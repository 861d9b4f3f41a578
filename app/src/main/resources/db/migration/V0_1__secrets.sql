-- A known text sealed with the installation's key: one row, once there is a key.
CREATE TABLE secret_check (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    sealed bytea NOT NULL
);
