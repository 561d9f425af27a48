-- Filters and orders of the review's lists that someone keeps under a name; those that a lead shares are everybody's.
CREATE TABLE saved_view (
  key      TEXT PRIMARY KEY,        -- random
  name     TEXT NOT NULL,
  page     TEXT NOT NULL CHECK (page IN ('submissions', 'findings')),
  query    TEXT NOT NULL,           -- as it stands in the address
  owner    TEXT NOT NULL,
  shared   INTEGER NOT NULL CHECK (shared IN (0, 1)),
  saved_at TEXT NOT NULL,
  UNIQUE (owner, name)
) STRICT, WITHOUT ROWID;
