-- What fieldwork is steered and accounted for with. No time of day, no address, no browser's name.
ALTER TABLE interviews ADD COLUMN purpose text NOT NULL DEFAULT 'live' CHECK (purpose IN ('live', 'pilot', 'test'));
ALTER TABLE interviews ADD COLUMN link text NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN device text NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN seconds integer NOT NULL DEFAULT 0;
ALTER TABLE interviews ADD COLUMN flags text NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN quota_full text NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN consent text NOT NULL DEFAULT '';

-- The log is kept by page and nonce: what tells a form sent twice is what a page is written beside.
CREATE TABLE entries (
  interview text NOT NULL REFERENCES interviews (id),
  page text NOT NULL,
  nonce text NOT NULL,
  entry integer NOT NULL,
  revision integer NOT NULL,
  digest text NOT NULL,
  given text NOT NULL,
  passed boolean NOT NULL,
  language text NOT NULL,
  PRIMARY KEY (interview, page, nonce)
) /* without rowid */;
INSERT INTO entries (interview, page, nonce, entry, revision, digest, given, passed, language)
  SELECT interview, page, nonce, entry, revision, digest, given, passed, language FROM submissions;
DROP TABLE submissions;
ALTER TABLE entries RENAME TO submissions;

-- How long pages are looked at: a histogram of capped seconds, without whose.
CREATE TABLE page_seconds (
  page text NOT NULL,
  bin integer NOT NULL,
  visits integer NOT NULL,
  PRIMARY KEY (page, bin)
) /* without rowid */;

-- A quota's own row is what writers wait for each other at; the rule is what its places were counted by.
CREATE TABLE quotas (
  quota text NOT NULL PRIMARY KEY,
  rule text NOT NULL
) /* without rowid */;

-- Places that interviews have in a quota; whether the interview was complete when it last changed.
CREATE TABLE quota_places (
  quota text NOT NULL,
  interview text NOT NULL REFERENCES interviews (id),
  complete boolean NOT NULL,
  changed_on text NOT NULL,
  PRIMARY KEY (quota, interview)
) /* without rowid */;
CREATE INDEX quota_places_of_interviews ON quota_places (interview);

-- The log of phases: pilot, live, closed, with the version that new interviews are asked from then on.
CREATE TABLE phases (
  entry integer NOT NULL PRIMARY KEY,
  phase text NOT NULL CHECK (phase IN ('pilot', 'live', 'closed')),
  version text NOT NULL,
  day text NOT NULL,
  reason text NOT NULL
) /* without rowid */;
