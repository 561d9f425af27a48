-- The page that shows what was found about an item, and a picture of its lines: bodies in the folder that `collect`
-- wrote, each under its sha256 (objects/1a/1a2b…).
ALTER TABLE publication ADD COLUMN folder TEXT;          -- canonical path
ALTER TABLE publication ADD COLUMN page_url TEXT;
ALTER TABLE publication ADD COLUMN page_type TEXT;       -- as the server said
ALTER TABLE publication ADD COLUMN page_sha256 TEXT;
ALTER TABLE publication ADD COLUMN page_at TEXT;         -- UTC
ALTER TABLE publication ADD COLUMN link_url TEXT;        -- of its link to the item; NULL: it has none
ALTER TABLE publication ADD COLUMN picture_sha256 TEXT;  -- NULL: no face with Thai letters was installed
CREATE INDEX publication_by_address ON publication (published_url);
