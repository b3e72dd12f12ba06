"""Fieldwork: how many began, came how far, finished."""
