-- The studio: a recipe is applied to an original and gives a new picture; the original is kept apart.

ALTER TABLE media ADD COLUMN kept_apart_at timestamptz;

-- What was done to which picture. Only ever added to; names pictures that may have been taken out since.
CREATE TABLE media_edit (
    id          uuid PRIMARY KEY,
    unit_id     uuid NOT NULL REFERENCES unit ON DELETE CASCADE,
    source_id   uuid NOT NULL,
    -- The picture that the new one takes the place of: the source itself, or an earlier edit of it.
    replaces_id uuid NOT NULL,
    result_id   uuid NOT NULL,
    recipe      jsonb NOT NULL,
    member_id   uuid NOT NULL,
    name        text NOT NULL,
    at          timestamptz NOT NULL,
    demo        boolean NOT NULL
);
CREATE INDEX media_edit_result ON media_edit (unit_id, result_id, at DESC);
CREATE INDEX media_edit_replaces ON media_edit (unit_id, replaces_id, at DESC);

-- Who has seen an original that is kept apart.
CREATE TABLE original_read (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id   uuid NOT NULL REFERENCES unit ON DELETE CASCADE,
    media_id  uuid NOT NULL,
    member_id uuid NOT NULL,
    name      text NOT NULL,
    at        timestamptz NOT NULL,
    demo      boolean NOT NULL
);
CREATE INDEX original_read_by_picture ON original_read (unit_id, media_id, id DESC);

-- What the unit marks its pictures with; the latest counts, recipes name the one they used.
CREATE TABLE watermark (
    id        uuid PRIMARY KEY,
    unit_id   uuid NOT NULL REFERENCES unit ON DELETE CASCADE,
    text      text NOT NULL,
    logo      bytea,
    place     text NOT NULL,
    opacity   integer NOT NULL CHECK (opacity BETWEEN 10 AND 100),
    member_id uuid NOT NULL,
    name      text NOT NULL,
    at        timestamptz NOT NULL,
    demo      boolean NOT NULL,
    CHECK (text <> '' OR logo IS NOT NULL)
);
CREATE INDEX watermark_newest ON watermark (unit_id, at DESC);

-- Words that the unit often lays over its pictures.
CREATE TABLE lettering (
    id      uuid PRIMARY KEY,
    unit_id uuid NOT NULL REFERENCES unit ON DELETE CASCADE,
    text    text NOT NULL CHECK (text <> ''),
    tone    text NOT NULL,
    place   text NOT NULL,
    demo    boolean NOT NULL,
    UNIQUE (unit_id, text)
);

CREATE TRIGGER media_edit_is_append_only BEFORE UPDATE OR DELETE ON media_edit
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER original_read_is_append_only BEFORE UPDATE OR DELETE ON original_read
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER watermark_is_append_only BEFORE UPDATE OR DELETE ON watermark
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
