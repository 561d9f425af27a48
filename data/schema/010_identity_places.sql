-- Where office, fiscal year and item were read: memo_head, issuer, cover, title, subject, signature or cell (places where a
-- report says whose it is), heading, timeframe, mention, checklist, or manifest. NULL where the value is, and in documents
-- read before.
ALTER TABLE submission ADD COLUMN agency_from TEXT;
ALTER TABLE submission ADD COLUMN fiscal_year_from TEXT;
ALTER TABLE submission ADD COLUMN item_from TEXT;
