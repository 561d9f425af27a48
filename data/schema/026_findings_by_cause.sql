-- Findings by cause: counted from the index alone, in its order, without the findings' rows.
CREATE INDEX finding_by_cause ON finding (code, evidence, submission_id, status);
