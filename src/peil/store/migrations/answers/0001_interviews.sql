-- An interview: its respondent is known by the hash of the personal code alone, its days without times.
CREATE TABLE interviews (
  id text NOT NULL PRIMARY KEY,
  key_hash text NOT NULL UNIQUE,
  language text NOT NULL,
  seed text NOT NULL,
  revision integer NOT NULL,
  opened_on text NOT NULL,
  changed_on text NOT NULL,
  source text NOT NULL CHECK (source IN ('web', 'import')),
  synthetic boolean NOT NULL,
  version text NOT NULL
) /* without rowid */;

-- The log: every page that was accepted, in order within its interview.
CREATE TABLE submissions (
  interview text NOT NULL REFERENCES interviews (id),
  entry integer NOT NULL,
  page text NOT NULL,
  nonce text NOT NULL,
  revision integer NOT NULL,
  digest text NOT NULL,
  given text NOT NULL,
  passed boolean NOT NULL,
  language text NOT NULL,
  PRIMARY KEY (interview, entry),
  UNIQUE (interview, page, nonce)
) /* without rowid */;

-- What is kept of each page now: the log folded.
CREATE TABLE answers (
  interview text NOT NULL REFERENCES interviews (id),
  page text NOT NULL,
  revision integer NOT NULL,
  changed integer NOT NULL,
  passed boolean NOT NULL,
  given text NOT NULL,
  PRIMARY KEY (interview, page)
) /* without rowid */;

-- The questionnaire's text as it was asked, by its fingerprint.
CREATE TABLE versions (
  fingerprint text NOT NULL PRIMARY KEY,
  texts text NOT NULL
) /* without rowid */;
