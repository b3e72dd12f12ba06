-- Interviews of an anonymous study that were told while it is in the field, in whole batches, each as it was at this
-- revision. In the order of their random ids: nothing says which were told together.
CREATE TABLE released (
  interview text NOT NULL PRIMARY KEY REFERENCES interviews (id) ON DELETE CASCADE,
  revision integer NOT NULL
) /* without rowid */;
