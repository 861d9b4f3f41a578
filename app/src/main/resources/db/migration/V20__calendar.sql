-- What a unit wants to be warned of, its recurring slots, and the addresses that its calendar is read at.

-- A unit without a row lives by the defaults that the program knows.
CREATE TABLE calendar_precaution (
    unit_id     uuid PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
    gap_minutes integer NOT NULL CHECK (gap_minutes BETWEEN 0 AND 1440),
    night_from  time    NOT NULL,
    night_to    time    NOT NULL
);

CREATE TABLE calendar_mourning (
    id       uuid PRIMARY KEY,
    unit_id  uuid    NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    day      date    NOT NULL,
    name     text    NOT NULL CHECK (name <> ''),
    national boolean NOT NULL,
    demo     boolean NOT NULL,
    UNIQUE (unit_id, day)
);

-- "Every Friday at 18:00": wall clock of the unit. Weekly: days of the week, every so many weeks counted from the first day.
-- Monthly: the day of the month, or the nth (-1: last) of the one day of the week.
CREATE TABLE calendar_slot (
    id          uuid PRIMARY KEY,
    unit_id     uuid    NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    name        text    NOT NULL CHECK (name <> ''),
    kind        text    NOT NULL CHECK (kind IN ('alert', 'property', 'appeal', 'prevention', 'community')),
    template_id uuid,
    frequency   text    NOT NULL CHECK (frequency IN ('weekly', 'monthly_day', 'monthly_weekday')),
    every       integer NOT NULL CHECK (every BETWEEN 1 AND 12),
    weekdays    integer[] NOT NULL,
    month_day   integer CHECK (month_day BETWEEN 1 AND 31),
    nth         integer CHECK (nth IN (-1, 1, 2, 3, 4)),
    at          time    NOT NULL,
    starts_on   date    NOT NULL,
    ends_on     date    CHECK (ends_on >= starts_on),
    demo        boolean NOT NULL,
    UNIQUE (unit_id, id),
    FOREIGN KEY (unit_id, template_id) REFERENCES template (unit_id, id) ON DELETE SET NULL (template_id)
);

CREATE TABLE calendar_slot_exception (
    slot_id uuid NOT NULL REFERENCES calendar_slot (id) ON DELETE CASCADE,
    day     date NOT NULL,
    PRIMARY KEY (slot_id, day)
);

-- Lets whoever holds the address read the calendar in the member's name. Only the token's hash is kept.
CREATE TABLE calendar_feed (
    id         uuid PRIMARY KEY,
    unit_id    uuid        NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    member_id  uuid        NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    name       text        NOT NULL,
    token_hash bytea       NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    read_at    timestamptz
);
CREATE INDEX calendar_feed_by_member ON calendar_feed (unit_id, member_id);
