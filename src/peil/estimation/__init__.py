"""Estimates from samples: additive moments of rows, and statistics made of them. Knows nothing of studies."""
