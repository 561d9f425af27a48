-- Which submission a publication belongs to: that of its document, or of the gap where there is none. A publication of
-- which nothing was taken in has no row here.
CREATE VIEW publication_submission AS
SELECT p.id AS publication_id,
       (SELECT min(s.id) FROM submission s
        WHERE s.published_url = p.published_url AND s.manifest_agency IS p.agency
          AND s.manifest_fiscal_year IS p.fiscal_year AND s.manifest_item_code IS p.item_code) AS submission_id
FROM publication p
WHERE submission_id IS NOT NULL;
