-- Substring search in what was read. Thai writes no blanks between words, so the index holds every run of three letters
-- (trigrams); a line end behind each text lets a word of two letters be looked up as the beginning of a run.
-- The index holds no text of its own, and hits are candidates: the rows' texts decide. A row's number is four times the
-- id of the row that it was made from, plus its kind: 0 cell, 1 paragraph, 2 the time frame of an issue, 3 its
-- limitation. The program keeps it in step (pipeline/store/text_index.hpp).
CREATE VIRTUAL TABLE text_search USING fts5 (text, content = '', tokenize = 'trigram', detail = none, columnsize = 0);
CREATE VIRTUAL TABLE text_search_runs USING fts5vocab (text_search, 'row');

INSERT INTO text_search (rowid, text) SELECT 4 * id, text || char(10) FROM cell WHERE text IS NOT NULL;
INSERT INTO text_search (rowid, text) SELECT 4 * id + 1, text || char(10) FROM paragraph WHERE text IS NOT NULL;
INSERT INTO text_search (rowid, text) SELECT 4 * id + 2, timeframe || char(10) FROM issue WHERE timeframe IS NOT NULL;
INSERT INTO text_search (rowid, text) SELECT 4 * id + 3, limitation || char(10) FROM issue WHERE limitation IS NOT NULL;
