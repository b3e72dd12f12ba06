"""A deck: a document as slides of a PowerPoint file."""
