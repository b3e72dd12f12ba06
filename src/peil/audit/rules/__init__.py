"""One rule a file: what can be odd about printed figures, whatever the data are."""
