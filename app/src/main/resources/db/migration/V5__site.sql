-- What the public sees. A row is one page; a removed page keeps its address and answers 410.
CREATE TABLE site_post (
    publication_id uuid PRIMARY KEY,
    unit_id        uuid        NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    kind           text        NOT NULL,
    language       text        NOT NULL,
    title          text        NOT NULL,
    warning        text,
    body           text        NOT NULL,
    link           text,
    path           text        NOT NULL UNIQUE,
    content_hash   text        NOT NULL,
    published_at   timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    removed_at     timestamptz,
    search         tsvector    NOT NULL
);

CREATE INDEX site_post_by_unit ON site_post (unit_id, published_at DESC, publication_id) WHERE removed_at IS NULL;
CREATE INDEX site_post_by_kind ON site_post (unit_id, kind, published_at DESC) WHERE removed_at IS NULL;
CREATE INDEX site_post_latest ON site_post (published_at DESC) WHERE removed_at IS NULL;
CREATE INDEX site_post_search ON site_post USING gin (search) WHERE removed_at IS NULL;

CREATE TABLE site_picture (
    publication_id uuid NOT NULL REFERENCES site_post (publication_id) ON DELETE CASCADE,
    position       int  NOT NULL,
    media_id       uuid NOT NULL,
    alt            text NOT NULL,
    PRIMARY KEY (publication_id, position)
);

CREATE INDEX site_picture_by_media ON site_picture (media_id);
