"""Other studies, earlier waves and the population: what a release is set beside."""
