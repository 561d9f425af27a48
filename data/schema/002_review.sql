-- What reviewers change: corrections of what was read, final scores, and a log of every change.

-- What the program read, where a reviewer's value stands in its place; `corrected` tells a blank from none.
ALTER TABLE cell ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1));
ALTER TABLE cell ADD COLUMN corrected_from TEXT;
ALTER TABLE score ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1));
ALTER TABLE score ADD COLUMN corrected_from REAL;

-- A value set by hand. It hangs on the bytes and on a place in the report that a second reading gives again, and is
-- laid over what is read there. Where the program now reads something else than `machine_value`, the correction is
-- stale and is not laid over: the reviewer decides again.
CREATE TABLE correction (
  sha256        TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('cell', 'score')),
  anchor        TEXT NOT NULL,       -- cell: table/row/column/k; score: subject/no/year/agency/page/k
  machine_value TEXT,                -- what the program had read
  value         TEXT,
  corrected_by  TEXT,
  corrected_at  TEXT NOT NULL,
  PRIMARY KEY (sha256, kind, anchor)
) STRICT, WITHOUT ROWID;

-- The score that the evaluator gives.
CREATE TABLE final_score (
  sha256        TEXT PRIMARY KEY,
  score         INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  decided_by    TEXT,
  decided_at    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every change by a person, in order; nothing is ever taken out. Undoing is a change too.
CREATE TABLE review_event (
  id            INTEGER PRIMARY KEY,
  at            TEXT NOT NULL,
  who           TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('decision', 'cell', 'score', 'final_score')),
  sha256        TEXT NOT NULL,
  anchor        TEXT NOT NULL,
  before_value  TEXT NOT NULL,       -- JSON
  after_value   TEXT NOT NULL,       -- JSON
  undoes        INTEGER REFERENCES review_event (id)
) STRICT;
CREATE INDEX review_event_by_target ON review_event (sha256, kind, anchor, id);
CREATE INDEX review_event_by_person ON review_event (who, id);

-- The overview counts all findings: from this index alone, without reading their texts.
CREATE INDEX finding_counted ON finding (submission_id, code, status, severity, issue_no);
