"""The expression language: one typed tree a condition, parsed once, resolved against the codebook."""
