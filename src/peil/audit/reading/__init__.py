"""Numbers read from a report's text, as drafts of claims for a person to confirm."""
