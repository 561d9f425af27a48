-- Searching for 2567 finds ๒๕๖๗, too: the index of texts holds 0–9 for ๐–๙ (pipeline/store/text_index.hpp). Made anew.
INSERT INTO text_search (text_search) VALUES ('delete-all');
INSERT INTO text_search (rowid, text)
SELECT n, replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(text, '๐', '0'), '๑', '1'), '๒', '2'),
  '๓', '3'), '๔', '4'), '๕', '5'), '๖', '6'), '๗', '7'), '๘', '8'), '๙', '9') || char(10)
FROM (
  SELECT 4 * id AS n, text FROM cell WHERE text IS NOT NULL
  UNION ALL SELECT 4 * id + 1, text FROM paragraph WHERE text IS NOT NULL
  UNION ALL SELECT 4 * id + 2, timeframe FROM issue WHERE timeframe IS NOT NULL
  UNION ALL SELECT 4 * id + 3, limitation FROM issue WHERE limitation IS NOT NULL);
