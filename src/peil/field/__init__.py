"""The respondent's web app."""
