"""What every stage shares: problems with a place, ids, numbers as printed. Knows no survey."""
