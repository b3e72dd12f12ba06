"""What the study is set beside, as blocks of a document."""
