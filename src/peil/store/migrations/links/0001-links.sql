-- The one thing that joins a person in the sample to an interview. Confidential studies alone have rows here,
-- and none once they are closed.
CREATE TABLE links (
  person text NOT NULL PRIMARY KEY,
  token text NOT NULL
) /* without rowid */;
