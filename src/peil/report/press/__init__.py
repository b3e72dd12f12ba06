"""The page for the press: the headline numbers, one chart and how it was done, on one side of paper."""
