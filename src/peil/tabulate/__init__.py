"""Table specifications and a data set become tables, through additive moments."""
