-- What taking a publication down needs of the deliveries and of the publication itself.

-- Since when nothing more of it may leave: whatever was not armed before that never is.
ALTER TABLE delivery ADD COLUMN recalled_at timestamptz;

-- The copies of one removal end apart from each other: how each ended, or why the network keeps it.
ALTER TABLE delivery_step
    ADD COLUMN outcome       text CHECK (outcome IN ('removed', 'replaced')),
    ADD COLUMN reason_code   text,
    ADD COLUMN reason_detail text;

-- A network that wants fewer posts from us is still asked to remove one.
ALTER TABLE account ADD COLUMN removals_paused_until timestamptz;

-- Neither an alert nor a removal waits behind a slow upload of the same account.
DROP INDEX delivery_one_at_a_time;
CREATE UNIQUE INDEX delivery_one_at_a_time ON delivery (account_id, (least(lane, 2))) WHERE state = 'claimed';

-- How much an account has done lately.
CREATE INDEX delivery_begun ON delivery (account_id, begun_at) WHERE begun_at IS NOT NULL;

ALTER TABLE publication DROP CONSTRAINT publication_state_check;
ALTER TABLE publication ADD CONSTRAINT publication_state_check
    CHECK (state IN ('draft', 'submitted', 'late', 'approved', 'published', 'troubled', 'cancelled', 'taken_down'));

-- Feeds say for a while that an entry is gone.
CREATE INDEX site_post_removed ON site_post (removed_at DESC) WHERE removed_at IS NOT NULL;
