-- Counts and orders that the desk asks for again and again, at tens of thousands of submissions.

-- A submission's findings by kind, counted once: the overview adds up all submissions' counts. A cache: whoever changes
-- a finding drops its submission's row (the triggers), and finding_counts counts anew what has no row.
CREATE TABLE finding_tally (
  submission_id INTEGER PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  counts        TEXT NOT NULL        -- a line a kind, as in finding_counts
) STRICT;
CREATE TRIGGER finding_tally_added AFTER INSERT ON finding BEGIN
  DELETE FROM finding_tally WHERE submission_id = new.submission_id;
END;
CREATE TRIGGER finding_tally_changed AFTER UPDATE OF submission_id, code, issue_no, severity, status ON finding BEGIN
  DELETE FROM finding_tally WHERE submission_id IN (old.submission_id, new.submission_id);
END;
CREATE TRIGGER finding_tally_removed AFTER DELETE ON finding BEGIN
  DELETE FROM finding_tally WHERE submission_id = old.submission_id;
END;

-- Every submission's findings by kind: lines "code issue severity status count", issue 0 for none; '' without findings.
CREATE VIEW finding_counts AS
SELECT s.id AS submission_id,
  coalesce(
    t.counts,
    (SELECT group_concat(line, char(10)) FROM (
      SELECT f.code || ' ' || coalesce(f.issue_no, 0) || ' ' || f.severity || ' ' || f.status || ' ' || count(*) AS line
      FROM finding f WHERE f.submission_id = s.id GROUP BY f.code, f.status, f.severity, f.issue_no)),
    '') AS counts
FROM submission s LEFT JOIN finding_tally t ON t.submission_id = s.id;

INSERT INTO finding_tally (submission_id, counts) SELECT submission_id, counts FROM finding_counts;

-- The list of submissions, a page at a time; offices without a name come last.
CREATE INDEX submission_listed ON submission (agency IS NULL, agency, fiscal_year);
-- The overview's years and the filters' values.
CREATE INDEX submission_by_year ON submission (fiscal_year, status);
CREATE INDEX submission_by_layout ON submission (layout);
-- The next open finding. finding_counted serves what finding_by_submission did.
DROP INDEX finding_by_status;
CREATE INDEX finding_by_status ON finding (status, submission_id);
DROP INDEX finding_by_submission;
-- The overall scores, one or a few a submission among its many.
CREATE INDEX score_overall ON score (submission_id, agency, fiscal_year, value) WHERE subject = 'ITA';
-- Which changes were undone.
CREATE INDEX review_event_undone ON review_event (undoes) WHERE undoes IS NOT NULL;
