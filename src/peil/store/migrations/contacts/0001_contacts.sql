-- Contact details, by a hash of the personal code that nothing among the answers is kept under.
CREATE TABLE contacts (
  contact_key text NOT NULL,
  page text NOT NULL,
  details text NOT NULL,
  PRIMARY KEY (contact_key, page)
) /* without rowid */;
