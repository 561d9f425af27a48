-- Decisions made at one stroke: the number of the first of them. NULL: a change of its own. They are taken back as one.
ALTER TABLE review_event ADD COLUMN bulk INTEGER;
CREATE INDEX review_event_by_bulk ON review_event (bulk) WHERE bulk IS NOT NULL;
