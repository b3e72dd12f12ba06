"""Direct identifiers in a text: what points at one person by itself. One rule a file."""
