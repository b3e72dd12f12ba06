-- Contact details one by one, each as sealed text or as readable text. What "contacts" held is brought over when
-- the store is opened; nothing is written there any more.
CREATE TABLE details (
  contact_key text NOT NULL,
  name text NOT NULL,
  kept text NOT NULL,
  PRIMARY KEY (contact_key, name)
) /* without rowid */;
