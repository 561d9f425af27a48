-- Whose work a report's review is. It stays when another file takes the report's place.
CREATE TABLE assignment (
  submission_id INTEGER PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  reviewer      TEXT NOT NULL,
  assigned_by   TEXT NOT NULL,
  assigned_at   TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_by_reviewer ON assignment (reviewer);

-- What a reviewer worked on.
CREATE INDEX review_event_by_report_of_person ON review_event (who, sha256);
