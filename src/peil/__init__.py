"""Peil: a survey as a folder of text, taken from question to report."""
