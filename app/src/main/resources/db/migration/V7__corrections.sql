-- Corrections of what a delivery made public. 'corrects' names that first delivery, 'correction' counts on from it: a copy is
-- what the first publication and every later correction made of it, in this order.
ALTER TABLE delivery
    ADD COLUMN corrects   uuid REFERENCES delivery (id) ON DELETE CASCADE,
    ADD COLUMN correction int  NOT NULL DEFAULT 0 CHECK (correction >= 0),
    DROP CONSTRAINT delivery_operation_check,
    ADD CONSTRAINT delivery_operation_check CHECK (operation IN ('publish', 'edit', 'reply', 'delete')),
    ADD CONSTRAINT delivery_corrects_check
        CHECK ((operation IN ('edit', 'reply')) = (corrects IS NOT NULL) AND (corrects IS NULL) = (correction = 0));

CREATE UNIQUE INDEX delivery_correction ON delivery (corrects, correction) WHERE corrects IS NOT NULL;

-- A correction may leave a copy out: its step then carries no part.
