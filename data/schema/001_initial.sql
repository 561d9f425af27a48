-- The database of `prongsai ingest`: who reported what, where each value stands on the page, and what was flagged.
-- The relations submission, issue, cell, page, score, finding (and their columns' meanings) are a contract with
-- spreadsheets, Datasette and R: they are only ever added to. Text is UTF-8, NFC. Years are Buddhist Era. Coordinates
-- are PDF points from the page's top left. A value that the document does not give is NULL, never '' or 0.
-- Times are UTC, ISO 8601.

-- The data files (layouts, checks, agencies, models) that an extraction or a judgement was made with.
CREATE TABLE data_set (
  version TEXT PRIMARY KEY,          -- as extraction.data_version or submission.judge_version
  files   TEXT NOT NULL              -- JSON object: path in the data folder → sha256
) STRICT, WITHOUT ROWID;

-- One reading of one file's bytes. Sightings of the same bytes share it; a reading that no submission refers to any
-- more is dropped.
CREATE TABLE extraction (
  id               INTEGER PRIMARY KEY,
  sha256           TEXT NOT NULL,
  program_version  TEXT NOT NULL,
  data_version     TEXT NOT NULL,    -- of the files that reading depends on (layouts, agencies, …)
  engine_version   TEXT,             -- character recognition engine; NULL when no page needed it
  model_version    TEXT,             -- sha256 over the recognition models' files; NULL likewise
  seconds          REAL NOT NULL,
  peak_kib         INTEGER,          -- the worker's largest resident size so far
  attempts         INTEGER NOT NULL DEFAULT 1,
  finished_at      TEXT NOT NULL
) STRICT;

-- One row a file.
CREATE TABLE submission (
  id              INTEGER PRIMARY KEY,
  source_path     TEXT NOT NULL,     -- as it was given
  sha256          TEXT,              -- of the file's bytes; NULL when they could not be read
  agency          TEXT,              -- the reporting office's full Thai name
  fiscal_year     INTEGER,
  item_code       TEXT,
  layout          TEXT,              -- keys of the layouts that matched, comma-separated
  pages           INTEGER,
  status          TEXT NOT NULL CHECK (status IN ('extracted', 'partial', 'failed')),
  error           TEXT,
  published_url   TEXT,              -- from the manifest
  suggested_score INTEGER CHECK (suggested_score IN (0, 50, 100)),
  score_reason    TEXT,              -- one sentence, in Thai
  -- beyond the contract
  canonical_path  TEXT NOT NULL UNIQUE,  -- absolute, links resolved; bytes that are not UTF-8 as \xNN
  file_size       INTEGER,
  score_reason_en TEXT,
  error_code      TEXT,              -- the finding's code of that error
  main_site       TEXT,              -- from the manifest, as are the next four
  manifest_file   TEXT,
  manifest_agency TEXT,
  manifest_fiscal_year INTEGER,
  manifest_item_code   TEXT,
  judge_version   TEXT,              -- of the data files that findings depend on (checks, rubrics, messages)
  extraction_id   INTEGER REFERENCES extraction (id),
  saved_at        TEXT NOT NULL,
  -- where agency and fiscal year were read; page NULL: from the manifest
  agency_page_no INTEGER, agency_x0 REAL, agency_y0 REAL, agency_x1 REAL, agency_y1 REAL,
  agency_source TEXT, agency_confidence REAL,
  fiscal_year_page_no INTEGER, fiscal_year_x0 REAL, fiscal_year_y0 REAL, fiscal_year_x1 REAL, fiscal_year_y1 REAL,
  fiscal_year_source TEXT, fiscal_year_confidence REAL
) STRICT;
CREATE INDEX submission_by_sha256 ON submission (sha256);
CREATE INDEX submission_by_agency ON submission (agency, fiscal_year, item_code);
CREATE INDEX submission_by_extraction ON submission (extraction_id);

CREATE TABLE page (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  page_no       INTEGER NOT NULL,
  source        TEXT NOT NULL CHECK (source IN ('text', 'ocr', 'mixed', 'blank')),
  reason        TEXT,
  width         REAL,
  height        REAL,
  rotation      INTEGER NOT NULL CHECK (rotation IN (0, 90, 180, 270)),
  text          TEXT,
  raw_text      TEXT,
  confidence    REAL,
  broken_text_layer INTEGER NOT NULL DEFAULT 0 CHECK (broken_text_layer IN (0, 1)),
  unreadable        INTEGER NOT NULL DEFAULT 0 CHECK (unreadable IN (0, 1)),
  UNIQUE (submission_id, page_no)
) STRICT;

CREATE TABLE paragraph (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  paragraph_no  INTEGER NOT NULL,
  issue_no      INTEGER,
  role          TEXT,
  text          TEXT,
  raw_text      TEXT,
  page_no INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, source TEXT, confidence REAL,
  annexed_template INTEGER NOT NULL DEFAULT 0 CHECK (annexed_template IN (0, 1))
) STRICT;
CREATE INDEX paragraph_by_submission ON paragraph (submission_id);

CREATE TABLE issue (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  issue_no      INTEGER NOT NULL,
  title         TEXT,
  item_codes    TEXT,
  timeframe     TEXT,
  limitation    TEXT,
  page_no INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, source TEXT, confidence REAL,
  timeframe_page_no INTEGER, timeframe_x0 REAL, timeframe_y0 REAL, timeframe_x1 REAL, timeframe_y1 REAL,
  timeframe_source TEXT, timeframe_confidence REAL,
  limitation_page_no INTEGER, limitation_x0 REAL, limitation_y0 REAL, limitation_x1 REAL, limitation_y1 REAL,
  limitation_source TEXT, limitation_confidence REAL
) STRICT;
CREATE INDEX issue_by_submission ON issue (submission_id, issue_no);

-- A table as a whole; its body cells are in `cell`.
CREATE TABLE table_info (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  table_no      INTEGER NOT NULL,
  issue_no      INTEGER,
  role          TEXT,
  column_keys   TEXT,                -- JSON array, one a column
  headers       TEXT,                -- JSON array, one a column, as read
  annexed_template INTEGER NOT NULL DEFAULT 0 CHECK (annexed_template IN (0, 1)),
  page_no INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, source TEXT, confidence REAL
) STRICT;
CREATE INDEX table_info_by_submission ON table_info (submission_id, table_no);

CREATE TABLE cell (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  table_no      INTEGER NOT NULL,
  row_no        INTEGER NOT NULL,
  column_key    TEXT NOT NULL,
  issue_no      INTEGER,
  indicator_no  INTEGER,
  text          TEXT,
  raw_text      TEXT,
  header_text   TEXT,
  page_no INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, source TEXT, confidence REAL,
  annexed_template INTEGER NOT NULL DEFAULT 0 CHECK (annexed_template IN (0, 1)),
  doubtful         INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1))
) STRICT;
CREATE INDEX cell_by_submission ON cell (submission_id, table_no, row_no);

CREATE TABLE score (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  subject       TEXT NOT NULL CHECK (subject IN ('ITA', 'IIT', 'EIT', 'OIT', 'indicator', 'item')),
  subject_no    TEXT,
  value         REAL NOT NULL,
  unit          TEXT NOT NULL CHECK (unit IN ('points', 'percent')),
  grade         TEXT,
  fiscal_year   INTEGER,
  agency        TEXT,
  rank          INTEGER,
  rank_of       INTEGER,
  quote         TEXT,
  raw_figure    TEXT,
  page_no INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, source TEXT, confidence REAL,
  from_table    INTEGER NOT NULL DEFAULT 0 CHECK (from_table IN (0, 1)),
  doubtful      INTEGER NOT NULL DEFAULT 0 CHECK (doubtful IN (0, 1))
) STRICT;
CREATE INDEX score_by_submission ON score (submission_id);

CREATE TABLE link (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  page_no       INTEGER,
  url           TEXT,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
) STRICT;
CREATE INDEX link_by_submission ON link (submission_id);

CREATE TABLE finding (
  id            INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  code          TEXT NOT NULL,
  severity      TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  issue_no      INTEGER,
  item_code     TEXT,
  column_key    TEXT,
  page_no INTEGER, x0 REAL, y0 REAL, x1 REAL, y1 REAL, source TEXT, confidence REAL,
  message_th    TEXT,
  message_en    TEXT,
  evidence      TEXT,
  status        TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'confirmed', 'dismissed')),
  note          TEXT,
  anchor        TEXT NOT NULL,       -- what a decision hangs on; see decision.anchor
  across        INTEGER NOT NULL DEFAULT 0 CHECK (across IN (0, 1))  -- found by comparing submissions
) STRICT;
CREATE INDEX finding_by_submission ON finding (submission_id);
CREATE INDEX finding_by_code ON finding (code, status);
CREATE INDEX finding_by_status ON finding (status, severity);

-- What a reviewer said about a finding. Findings are made anew by each reading and judging; decisions stay, and are
-- laid on the finding with the same anchor again.
CREATE TABLE decision (
  sha256        TEXT NOT NULL,       -- of the file's bytes
  anchor        TEXT NOT NULL,       -- code|issue|item|column|evidence|k/n: the k-th of n findings alike
  status        TEXT NOT NULL CHECK (status IN ('open', 'confirmed', 'dismissed')),
  note          TEXT,
  decided_by    TEXT,
  decided_at    TEXT NOT NULL,
  PRIMARY KEY (sha256, anchor)
) STRICT, WITHOUT ROWID;

-- Facts about the database as a whole.
CREATE TABLE mark (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows of the manifest as last read; submission_id is NULL where no file was found for the row.
CREATE TABLE manifest_row (
  id            INTEGER PRIMARY KEY,
  manifest      TEXT NOT NULL,
  line          INTEGER NOT NULL,
  file          TEXT NOT NULL,
  agency        TEXT,
  fiscal_year   INTEGER,
  item_code     TEXT,
  main_site     TEXT,
  published_url TEXT,
  submission_id INTEGER REFERENCES submission (id) ON DELETE SET NULL,
  UNIQUE (manifest, line)
) STRICT;
CREATE INDEX manifest_row_by_submission ON manifest_row (submission_id);

-- One row a run of `prongsai ingest`, kept up to date while it works: `prongsai status` reads it from elsewhere.
CREATE TABLE run (
  id            INTEGER PRIMARY KEY,
  command       TEXT,                -- as typed
  host          TEXT NOT NULL,
  process_id    INTEGER NOT NULL,
  program_version TEXT NOT NULL,
  started_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  finished_at   TEXT,
  state         TEXT NOT NULL CHECK (state IN ('running', 'finished', 'interrupted', 'failed')),
  workers       INTEGER NOT NULL,
  documents     INTEGER NOT NULL,    -- to be looked at
  done          INTEGER NOT NULL DEFAULT 0,   -- looked at, skipped ones included
  skipped       INTEGER NOT NULL DEFAULT 0,   -- unchanged since an earlier run
  failed        INTEGER NOT NULL DEFAULT 0,
  pages         INTEGER NOT NULL DEFAULT 0,
  message       TEXT                 -- why, when failed
) STRICT;
