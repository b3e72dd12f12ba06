"""What a file of wording cases holds."""

Cases = dict[str, tuple[str, str]]
"""Language to the bad ones and the good ones, one a line."""
