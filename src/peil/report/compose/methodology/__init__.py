"""The annex on methodology: what is known of how a study was done, and by name what is not."""
