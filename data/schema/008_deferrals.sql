-- Readings that are put off for a cause outside the file's bytes, and who may write.

-- `deferred`: not read yet; `deferral` says why, and a later run reads it. Only the words of the CHECK change, so the
-- table is not copied.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, ', ''failed''))', ', ''failed'', ''deferred''))')
WHERE type = 'table' AND name = 'submission';
PRAGMA writable_schema = RESET;

-- A submission whose file waits for a reading. Where an earlier reading of the same bytes stands, that stays.
CREATE TABLE deferral (
  submission_id INTEGER PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  cause         TEXT NOT NULL,       -- one English clause
  runs          INTEGER NOT NULL,    -- that tried in vain
  first_at      TEXT NOT NULL,
  last_at       TEXT NOT NULL
) STRICT;

-- One row. Whoever takes the database over raises the epoch, and writers of an earlier epoch are refused
-- (pipeline/store/lease.hpp): a machine that was given up, but goes on, cannot write what another one reads by now.
CREATE TABLE lease (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  epoch    INTEGER NOT NULL,
  holder   TEXT,                     -- host and process that took it last; NULL: nobody did
  taken_at TEXT
) STRICT;
INSERT INTO lease (id, epoch) VALUES (1, 0);

ALTER TABLE run ADD COLUMN deferred INTEGER NOT NULL DEFAULT 0;
-- What tells the run's process from a later one of the same number: when it started, on which boot of the machine.
ALTER TABLE run ADD COLUMN process_start TEXT;
