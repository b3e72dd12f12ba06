"""Weights that meet known totals: raking, post-stratification, calibration; and what they do to errors."""
