-- What a reviewer's change is made on never turns into something else: row numbers are never used again, the database is
-- told from every other one, and a file that replaces another keeps what was found and decided on its predecessor.

-- The last row number that each relation gave away. The program numbers findings, cells, scores, issues and tables from
-- here: SQLite by itself would use the numbers of deleted rows again.
CREATE TABLE last_id (
  relation TEXT PRIMARY KEY,
  last     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO last_id (relation, last)
SELECT 'finding', coalesce(max(id), 0) FROM finding UNION ALL SELECT 'cell', coalesce(max(id), 0) FROM cell
UNION ALL SELECT 'score', coalesce(max(id), 0) FROM score UNION ALL SELECT 'issue', coalesce(max(id), 0) FROM issue
UNION ALL SELECT 'table_info', coalesce(max(id), 0) FROM table_info;

-- Which database this is, whatever its file is called.
INSERT INTO mark (name, value) VALUES ('database', lower(hex(randomblob(16))));

-- A submission as it was before other bytes took its place.
CREATE TABLE submission_version (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  submission_id   INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  sha256          TEXT NOT NULL,
  source_path     TEXT NOT NULL,
  file_size       INTEGER,
  agency          TEXT,
  fiscal_year     INTEGER,
  item_code       TEXT,
  layout          TEXT,
  pages           INTEGER,
  status          TEXT NOT NULL,
  suggested_score INTEGER,
  score_reason    TEXT,
  score_reason_en TEXT,
  saved_at        TEXT NOT NULL,
  replaced_at     TEXT NOT NULL,
  UNIQUE (submission_id, sha256)
) STRICT;
CREATE INDEX submission_version_by_sha256 ON submission_version (sha256);

-- What had been flagged in it. Who decided is in `decision`, under its bytes and the finding's anchor.
CREATE TABLE earlier_finding (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id   INTEGER NOT NULL REFERENCES submission_version (id) ON DELETE CASCADE,
  code         TEXT NOT NULL,
  severity     TEXT NOT NULL,
  issue_no     INTEGER,
  item_code    TEXT,
  column_key   TEXT,
  page_no      INTEGER,
  message_th   TEXT,
  message_en   TEXT,
  evidence     TEXT,
  status       TEXT NOT NULL,
  note         TEXT,
  anchor       TEXT NOT NULL
) STRICT;
CREATE INDEX earlier_finding_by_version ON earlier_finding (version_id);

-- A decision that was made on the predecessor's bytes, for the same gap: their sha256. NULL: made on these bytes.
ALTER TABLE decision ADD COLUMN carried_from TEXT;
