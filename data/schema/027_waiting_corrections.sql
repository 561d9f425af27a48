-- Corrections go on to a report's next version where the thing that was corrected is there again; one that no reading
-- has a place for waits for a reviewer.

-- The bytes that it was made on, where it came from an earlier version; NULL: made on these bytes.
ALTER TABLE correction ADD COLUMN carried_from TEXT;

CREATE TABLE waiting_correction (
  sha256        TEXT NOT NULL,       -- of the report that it waits in
  anchor        TEXT NOT NULL,       -- kind|place|first digits of the bytes that it was made on
  kind          TEXT NOT NULL,       -- as correction.kind
  place         TEXT NOT NULL,       -- as correction.anchor, on the bytes that it was made on
  machine_value TEXT,
  value         TEXT,
  context       TEXT NOT NULL,       -- digest of what stood around it there; '' where nothing tells it from others
  corrected_by  TEXT,
  corrected_at  TEXT NOT NULL,
  made_on       TEXT NOT NULL,       -- the bytes
  kept          INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),  -- a reviewer has seen it and lets it wait
  PRIMARY KEY (sha256, anchor)
) STRICT, WITHOUT ROWID;

-- One more kind of change: waiting.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''table'')', '''table'', ''waiting'')')
WHERE type = 'table' AND name = 'review_event';
PRAGMA writable_schema = RESET;
