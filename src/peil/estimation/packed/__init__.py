"""The engine of one machine: columns as small codes, counted in one pass a question."""
