-- Addresses whose owners were erased: HMAC-SHA-256 under a random key that stands in settings, so that who is
-- listed again isn't invited again.
CREATE TABLE erased (
  address text NOT NULL PRIMARY KEY
) /* without rowid */;
