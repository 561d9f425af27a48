-- Questions to a prongsai database, ready to run:  sqlite3 -box year2567.db < docs/analysis.sql
-- Each stands for itself. Dismissed findings do not count as gaps; what a report does not say is NULL.

-- name: gaps
-- Which gaps are most common: how many offices have each, and what share that is.
WITH office AS (SELECT count(DISTINCT agency) AS n FROM submission)
SELECT f.code, f.severity, count(DISTINCT s.agency) AS offices,
       round(100.0 * count(DISTINCT s.agency) / max(1, (SELECT n FROM office)), 1) AS percent
FROM finding f JOIN submission s ON s.id = f.submission_id
WHERE f.status <> 'dismissed'
GROUP BY f.code, f.severity
ORDER BY offices DESC, f.code;

-- name: gaps_by_issue
-- Where in the seven issues the gaps stand.
SELECT code, count(*) FILTER (WHERE issue_no = 1) AS "1.1", count(*) FILTER (WHERE issue_no = 2) AS "1.2",
       count(*) FILTER (WHERE issue_no = 3) AS "1.3", count(*) FILTER (WHERE issue_no = 4) AS "1.4",
       count(*) FILTER (WHERE issue_no = 5) AS "1.5", count(*) FILTER (WHERE issue_no = 6) AS "1.6",
       count(*) FILTER (WHERE issue_no = 7) AS "1.7"
FROM finding
WHERE status <> 'dismissed' AND issue_no BETWEEN 1 AND 7
GROUP BY code
ORDER BY code;

-- name: missing_limitation
-- Offices whose report leaves an issue without limitation, the most first.
SELECT s.agency, s.fiscal_year, count(*) AS issues, group_concat('1.' || f.issue_no, ' ') AS which
FROM finding f JOIN submission s ON s.id = f.submission_id
WHERE f.code = 'missing_limitation' AND f.status <> 'dismissed'
GROUP BY s.id
ORDER BY issues DESC, s.agency;

-- name: responsible
-- Who answers for what: the responsible of each issue, report by report.
SELECT s.agency, c.issue_no, i.title, group_concat(c.text, '; ') AS responsible
FROM cell c
JOIN submission s ON s.id = c.submission_id
JOIN issue i ON i.submission_id = c.submission_id AND i.issue_no = c.issue_no
WHERE c.column_key = 'responsible' AND c.text IS NOT NULL AND c.id NOT IN (SELECT id FROM dismissed_cell)
GROUP BY s.id, c.issue_no
ORDER BY s.agency, c.issue_no;

-- name: scores
-- Overall scores as stated, with the page where each stands; doubtful figures say so.
SELECT coalesce(sc.agency, s.agency) AS office, sc.fiscal_year, sc.value, sc.grade, sc.page_no, s.source_path,
       CASE WHEN sc.corrected THEN 'corrected from ' || sc.corrected_from WHEN sc.doubtful THEN 'doubtful' END AS remark
FROM score sc JOIN submission s ON s.id = sc.submission_id
WHERE sc.subject = 'ITA' AND sc.id NOT IN (SELECT id FROM dismissed_score)
ORDER BY sc.value DESC, office;

-- name: weak_indicators
-- The indicators with the lowest mean score.
SELECT subject_no AS indicator, count(*) AS stated, round(avg(value), 2) AS mean, min(value) AS lowest
FROM score
WHERE subject = 'indicator' AND unit = 'percent' AND id NOT IN (SELECT id FROM dismissed_score)
GROUP BY subject_no
ORDER BY mean;

-- name: years
-- Year over year: reports, findings a report, reports without any.
SELECT s.fiscal_year, count(*) AS reports, round(avg(n.findings), 2) AS findings_a_report,
       count(*) FILTER (WHERE n.findings = 0) AS without
FROM submission s
JOIN (SELECT s.id, count(f.id) AS findings FROM submission s
      LEFT JOIN finding f ON f.submission_id = s.id AND f.status <> 'dismissed' GROUP BY s.id) n ON n.id = s.id
WHERE s.fiscal_year IS NOT NULL
GROUP BY s.fiscal_year
ORDER BY s.fiscal_year;

-- name: provinces
-- Suggested scores by province, where the office's name tells it (the word after จังหวัด, "province").
SELECT CASE WHEN instr(agency, 'จังหวัด') > 0 THEN substr(agency, instr(agency, 'จังหวัด') + 7) END AS province,
       count(*) AS reports, round(avg(suggested_score), 1) AS mean_suggested
FROM submission
WHERE suggested_score IS NOT NULL
GROUP BY province
ORDER BY mean_suggested, province;

-- name: suggestion_and_final
-- How often the evaluator's score differs from the suggested one.
SELECT s.suggested_score, f.score AS final_score, count(*) AS reports
FROM submission s JOIN final_score f ON f.sha256 = s.sha256
GROUP BY s.suggested_score, f.score
ORDER BY s.suggested_score, f.score;

-- name: review
-- The reviewers' work: what each has decided and corrected.
SELECT who, kind, count(*) AS changes, min(at) AS first, max(at) AS last
FROM review_event
GROUP BY who, kind
ORDER BY who, kind;

-- name: doubtful_reading
-- Cells that the reading was least sure of: worth a look at the page.
SELECT s.agency, c.page_no, c.column_key, c.text, round(c.confidence, 3) AS confidence, s.source_path
FROM cell c JOIN submission s ON s.id = c.submission_id
WHERE c.source = 'ocr' AND c.corrected = 0 AND c.id NOT IN (SELECT id FROM dismissed_cell)
ORDER BY c.confidence
LIMIT 50;
