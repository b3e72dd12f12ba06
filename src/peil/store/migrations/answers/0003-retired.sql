-- What was deleted because its time was over: how much of what, on which day, and whether its traces are gone.
CREATE TABLE retired (
  entry integer NOT NULL PRIMARY KEY,
  what text NOT NULL CHECK (what IN ('links', 'addresses', 'contacts', 'answers')),
  day text NOT NULL,
  deleted integer NOT NULL,
  finished boolean NOT NULL
) /* without rowid */;
