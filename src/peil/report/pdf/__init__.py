"""The report as a tagged PDF (PDF/UA-1), set by Typst."""
