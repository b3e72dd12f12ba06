"""The catalogue of checks: one rule a file, each with a frozen code."""
