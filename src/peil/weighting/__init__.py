"""Weights: how much each row counts, and why."""
