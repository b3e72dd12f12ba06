-- Who is invited. No time of day; the code that opens an interview is known by a hash alone. When people
-- answer nothing here changes, but for what an anonymous study notes of ten or more at once.
CREATE TABLE persons (
  id text NOT NULL PRIMARY KEY,
  address text NOT NULL,
  name text NOT NULL,
  sealed boolean NOT NULL,
  language text NOT NULL,
  strata text NOT NULL,
  sample_key text NOT NULL,
  fresh_key text NOT NULL,
  leave_key text NOT NULL UNIQUE,
  bounced boolean NOT NULL,
  unsubscribed boolean NOT NULL,
  refused boolean NOT NULL,
  started boolean NOT NULL,
  done boolean NOT NULL
) /* without rowid */;

CREATE INDEX persons_by_key ON persons (sample_key);

CREATE INDEX persons_by_fresh_key ON persons (fresh_key);

CREATE INDEX persons_under_way ON persons (id) WHERE started AND NOT done;

-- What was mailed to whom, or is being mailed: what is found as sending after a crash may have arrived or not.
CREATE TABLE outbox (
  person text NOT NULL REFERENCES persons (id),
  mailing text NOT NULL,
  state text NOT NULL CHECK (state IN ('sending', 'sent', 'deferred', 'failed', 'bounced')),
  day text NOT NULL,
  PRIMARY KEY (person, mailing)
) /* without rowid */;

-- What holds for the whole sample, such as its privacy mode.
CREATE TABLE settings (
  name text NOT NULL PRIMARY KEY,
  value text NOT NULL
) /* without rowid */;
