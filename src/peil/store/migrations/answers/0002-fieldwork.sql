-- What fieldwork is steered and accounted for with. No time of day, no address, no browser's name.
ALTER TABLE interviews ADD COLUMN purpose text NOT NULL DEFAULT 'live' CHECK (purpose IN ('live', 'pilot', 'test'));
ALTER TABLE interviews ADD COLUMN link text NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN device text NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN seconds integer NOT NULL DEFAULT 0;
ALTER TABLE interviews ADD COLUMN flags text NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN quota_full text NOT NULL DEFAULT '';
ALTER TABLE interviews ADD COLUMN consent text NOT NULL DEFAULT '';

-- How long pages are looked at: a histogram of capped seconds, without whose.
CREATE TABLE page_seconds (
  page text NOT NULL,
  bin integer NOT NULL,
  visits integer NOT NULL,
  PRIMARY KEY (page, bin)
) /* without rowid */;

-- Places that interviews take in a quota; a quota's own row is what writers wait for each other at.
CREATE TABLE quotas (
  quota text NOT NULL PRIMARY KEY
) /* without rowid */;

CREATE TABLE quota_places (
  quota text NOT NULL,
  interview text NOT NULL REFERENCES interviews (id),
  PRIMARY KEY (quota, interview)
) /* without rowid */;

-- The log of phases: pilot, live, closed, with the version that new interviews are asked from then on.
CREATE TABLE phases (
  entry integer NOT NULL PRIMARY KEY,
  phase text NOT NULL CHECK (phase IN ('pilot', 'live', 'closed')),
  version text NOT NULL,
  day text NOT NULL,
  reason text NOT NULL
) /* without rowid */;
