"""The desk of who codes open answers, on a terminal."""
