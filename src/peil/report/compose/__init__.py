"""Filling in: a study, a release and a template become a document and the problems in its sentences."""
