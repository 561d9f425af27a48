-- Submissions as they are compared with each other, kept so that one more report costs one more sketch and not a second
-- reading of all the others' cells. A cache: what changes a submission's facts or cells drops its row (the triggers),
-- and the next comparison makes what is missing.
CREATE TABLE sketch (
  submission_id INTEGER PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  version       TEXT NOT NULL,       -- of the way of sketching
  file          TEXT NOT NULL,       -- its name, without folders
  sha256        TEXT,
  agency        TEXT,                -- the manifest's, where it names one, as are the next two
  fiscal_year   INTEGER,
  item_code     TEXT,
  signature     BLOB NOT NULL,       -- numbers of 4 bytes, least significant first
  buckets       BLOB NOT NULL,       -- numbers of 8 bytes likewise; empty: too little text to compare
  weaknesses    BLOB NOT NULL        -- numbers of 8 bytes likewise
) STRICT;
CREATE INDEX sketch_in_order ON sketch (file);
CREATE INDEX sketch_by_bytes ON sketch (sha256, file);
CREATE INDEX sketch_by_office ON sketch (agency, fiscal_year, file);

CREATE TRIGGER sketch_facts_changed
AFTER UPDATE OF source_path, sha256, agency, fiscal_year, item_code, manifest_file, manifest_agency,
  manifest_fiscal_year, manifest_item_code ON submission
BEGIN
  DELETE FROM sketch WHERE submission_id = old.id;
END;
CREATE TRIGGER sketch_cell_added AFTER INSERT ON cell BEGIN
  DELETE FROM sketch WHERE submission_id = new.submission_id;
END;
CREATE TRIGGER sketch_cell_changed AFTER UPDATE ON cell BEGIN
  DELETE FROM sketch WHERE submission_id IN (old.submission_id, new.submission_id);
END;
CREATE TRIGGER sketch_cell_removed AFTER DELETE ON cell BEGIN
  DELETE FROM sketch WHERE submission_id = old.submission_id;
END;
