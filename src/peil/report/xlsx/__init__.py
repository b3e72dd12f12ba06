"""The banner workbook: every question by every group, from a release alone."""
