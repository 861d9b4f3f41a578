-- What was looked for on a picture before a publication with it may leave. The latest answer counts, earlier ones stay.
CREATE TABLE picture_check (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id        uuid NOT NULL,
    publication_id uuid NOT NULL,
    media_id       uuid NOT NULL,
    question       text NOT NULL,
    verdict        text NOT NULL CHECK (verdict IN ('none', 'hidden', 'justified')),
    reason         text NOT NULL,
    member_id      uuid NOT NULL,
    name           text NOT NULL,
    at             timestamptz NOT NULL,
    demo           boolean NOT NULL,
    CHECK (verdict <> 'justified' OR reason <> ''),
    FOREIGN KEY (unit_id, publication_id) REFERENCES publication (unit_id, id) ON DELETE CASCADE
);
CREATE INDEX picture_check_latest ON picture_check (publication_id, media_id, question, id DESC);

CREATE TRIGGER picture_check_is_append_only BEFORE UPDATE OR DELETE ON picture_check
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
