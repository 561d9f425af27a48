-- A second reading of a sample: by someone else, who is not shown the first. It hangs on the bytes that were read.
CREATE TABLE second_reading (
  sha256      TEXT PRIMARY KEY,
  reviewer    TEXT NOT NULL,
  drawn_by    TEXT NOT NULL,
  drawn_at    TEXT NOT NULL,
  finished_at TEXT                  -- from then on it stands, and the first is shown
) STRICT, WITHOUT ROWID;
CREATE INDEX second_reading_by_reviewer ON second_reading (reviewer);

CREATE TABLE second_decision (
  sha256       TEXT NOT NULL,
  anchor       TEXT NOT NULL,       -- the finding's, as in `decision`
  status       TEXT NOT NULL CHECK (status IN ('confirmed', 'dismissed')),
  note         TEXT,
  decided_by   TEXT NOT NULL,
  decided_at   TEXT NOT NULL,
  first_status TEXT,                -- what the first reader had decided when the second reading was finished
  PRIMARY KEY (sha256, anchor)
) STRICT, WITHOUT ROWID;

-- Both readers' decisions on the same finding, each made without the other.
CREATE VIEW read_twice AS
SELECT d.sha256, d.anchor, substr(d.anchor, 1, instr(d.anchor, '|') - 1) AS code, d.first_status,
       d.status AS second_status, d.note AS second_note, r.reviewer AS second_reader, r.finished_at
FROM second_decision d JOIN second_reading r ON r.sha256 = d.sha256
WHERE r.finished_at IS NOT NULL AND d.first_status IS NOT NULL;

-- Further kinds of changes: sample (whose second reading a report is), second (a decision of it).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''assignment'')', '''assignment'', ''sample'', ''second'')')
WHERE type = 'table' AND name = 'review_event';
UPDATE sqlite_schema SET sql = replace(sql, '''assignment'')', '''assignment'', ''sample'', ''second'')')
WHERE type = 'view' AND name = 'review_work';
PRAGMA writable_schema = RESET;
