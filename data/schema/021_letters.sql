-- Letters that went to offices, as they were when they went, and the reports that each speaks of.
CREATE TABLE letter (
  key          TEXT PRIMARY KEY,      -- random
  agency       TEXT,
  fiscal_year  INTEGER,
  number       TEXT,                  -- the office's own number of the letter
  sent_on      TEXT NOT NULL,         -- the letter's date, YYYY-MM-DD
  sent_by      TEXT NOT NULL,
  sent_at      TEXT NOT NULL,         -- when that was said here
  withdrawn_by TEXT,                  -- taken back: it was not sent after all
  withdrawn_at TEXT,
  text         TEXT NOT NULL          -- JSON: the letter as it went
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_report (
  sha256     TEXT NOT NULL,           -- the bytes that were reviewed
  letter_key TEXT NOT NULL REFERENCES letter (key) ON DELETE CASCADE,
  PRIMARY KEY (sha256, letter_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX letter_report_by_letter ON letter_report (letter_key);

-- What reviewers did to reports; other changes are of the office's own work.
CREATE VIEW review_work AS SELECT * FROM review_event WHERE kind NOT IN ('letter', 'assignment');

-- A letter's state by the report that it speaks of. changed: something of the report's review is younger than the letter.
CREATE VIEW letter_sent AS
SELECT r.sha256, l.key, l.number, l.sent_on, l.sent_by, l.sent_at,
       EXISTS (SELECT 1 FROM review_work e WHERE e.sha256 = r.sha256 AND e.at > l.sent_at) AS changed
FROM letter_report r JOIN letter l ON l.key = r.letter_key WHERE l.withdrawn_at IS NULL;

-- Further kinds of changes: letter (anchor: its key), assignment (anchor: the submission's place).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''own'')', '''own'', ''letter'', ''assignment'')')
WHERE type = 'table' AND name = 'review_event';
PRAGMA writable_schema = RESET;
