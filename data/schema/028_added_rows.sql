-- Scores and issues that a reviewer adds, where the program read none. What they say is in `correction`, kind added (anchor:
-- score/number or issue/number), and they are laid among the rows that were read.

ALTER TABLE score ADD COLUMN added TEXT;  -- the correction's anchor; NULL: read
ALTER TABLE issue ADD COLUMN added TEXT;

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''table'')', '''table'', ''added'')')
WHERE type = 'table' AND name = 'correction';
UPDATE sqlite_schema SET sql = replace(sql, '''waiting'')', '''waiting'', ''added'')')
WHERE type = 'table' AND name = 'review_event';
PRAGMA writable_schema = RESET;
