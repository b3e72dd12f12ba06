"""The sample: who is invited and what was mailed to whom, apart from what anybody answers."""
