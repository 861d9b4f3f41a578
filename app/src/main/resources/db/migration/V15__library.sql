-- The library: what one searches for, whose the picture is, and until when it may be shown. And pictures that move.

ALTER TABLE media
    ADD COLUMN tags       text NOT NULL DEFAULT '',
    ADD COLUMN holder     text NOT NULL DEFAULT '',
    ADD COLUMN licence    text NOT NULL DEFAULT '',
    ADD COLUMN note       text NOT NULL DEFAULT '',
    -- Last day on which it may leave.
    ADD COLUMN expires_on date,
    -- Of what moves: how long, and the words that are spoken, as WebVTT.
    ADD COLUMN millis     integer NOT NULL DEFAULT 0 CHECK (millis >= 0),
    ADD COLUMN captions   text NOT NULL DEFAULT '',
    DROP CONSTRAINT media_type_check,
    ADD CONSTRAINT media_type_check
        CHECK (type IN ('image/jpeg', 'image/png', 'image/webp', 'image/gif', 'video/mp4'));

CREATE INDEX media_expiring ON media (unit_id, expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX media_shown ON media (unit_id, created_at DESC, id) WHERE kept_apart_at IS NULL;
