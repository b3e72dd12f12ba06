"""The largest number that is kept."""

LARGEST = 10**15
"""Whole numbers up to here are kept exactly in every file format."""
