"""Responses become a data set: columns, the state of every cell, derived variables."""
