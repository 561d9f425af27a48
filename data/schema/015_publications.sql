-- What `prongsai collect` found at the addresses that offices gave, and each request that it made. All times are UTC.

-- One row for each time that the addresses were gone through; ended_at is NULL while it is not done.
CREATE TABLE collection (
  id              INTEGER PRIMARY KEY,
  started_at      TEXT NOT NULL,
  ended_at        TEXT,
  program_version TEXT NOT NULL,
  user_agent      TEXT NOT NULL
) STRICT;

-- One row for each address asked in a collection: no address is asked twice in one. Redirects are rows of their own.
CREATE TABLE fetch (
  id            INTEGER PRIMARY KEY,
  collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  url           TEXT NOT NULL,
  at            TEXT NOT NULL,
  outcome       TEXT NOT NULL CHECK (outcome IN
                  ('answered', 'unchanged', 'forbidden', 'refused', 'untrusted', 'too_large', 'failed')),
  tries         INTEGER NOT NULL,
  status        INTEGER,             -- HTTP; NULL: no answer
  cause         TEXT,                -- why there was none
  headers       TEXT,                -- of the answer, as received
  location      TEXT,
  content_type  TEXT,
  last_modified TEXT,
  etag          TEXT,
  bytes         INTEGER,             -- of the decoded body
  sha256        TEXT,                -- of the decoded body, under which the folder keeps it
  address       TEXT,                -- number that was connected to
  certificate   TEXT,                -- what is wrong with it
  warc          TEXT,                -- file in the folder's warc/
  warc_offset   INTEGER,
  warc_end      INTEGER,
  UNIQUE (collection_id, url)
) STRICT;
CREATE INDEX fetch_by_url ON fetch (url);

-- One row for each item of the manifest. `office_key` is what is walked as one: the main site, else the address's host.
CREATE TABLE publication (
  id              INTEGER PRIMARY KEY,
  item_key        TEXT NOT NULL UNIQUE,  -- of office, year, item and address: the same in every list and database
  office_key      TEXT NOT NULL,
  manifest        TEXT,
  line            INTEGER,
  agency          TEXT,
  fiscal_year     INTEGER,
  item_code       TEXT,
  main_site       TEXT,
  published_url   TEXT,
  collection_id   INTEGER REFERENCES collection (id) ON DELETE SET NULL,  -- in which it was settled last; NULL: never
  state           TEXT CHECK (state IN ('document', 'elsewhere', 'other_document', 'dead_link', 'login_required',
                    'not_a_document', 'no_address', 'not_checked')),
  because         TEXT,                  -- what decided the state
  place           TEXT CHECK (place IN ('unknown', 'main_site', 'group_page', 'other_host', 'not_found')),
  place_because   TEXT,
  reachable       INTEGER CHECK (reachable IN (0, 1)),  -- by clicks from the main site; NULL: not told
  clicks          TEXT,                  -- their words, from the main site on, joined by ›
  click_urls      TEXT,                  -- JSON list of [words, address]
  pages_seen      INTEGER,               -- of the main site
  walked_all      INTEGER,
  final_url       TEXT,
  unsafe          TEXT,                  -- http, certificate
  unsafe_because  TEXT,
  seen_lines      TEXT,                  -- the page's lines around the link
  file_count      INTEGER,               -- documents kept
  files           TEXT,                  -- their paths in the folder, one a line
  sha256          TEXT,                  -- of the first
  tries           INTEGER,
  first_at        TEXT,
  last_at         TEXT,
  last_seen_at    TEXT                   -- when a document was last there
) STRICT;
CREATE INDEX publication_by_office ON publication (office_key, id);

-- What a submission's list says of its publication: the facts of pipeline/checks/publication_facts.hpp, as JSON.
ALTER TABLE submission ADD COLUMN publication TEXT;
CREATE INDEX submission_by_address ON submission (published_url) WHERE published_url IS NOT NULL;
