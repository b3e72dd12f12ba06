"""Problems of the counts of fieldwork that lie beside a data file, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

BAD_COUNTS = Rule(
    "D042",
    "bad_counts",
    Severity.WARNING,
    "The file with counts of fieldwork beside the data can't be read.",
    "The report then says nothing of the response rate.",
)
OTHER_COUNTS = Rule(
    "D043",
    "other_counts",
    Severity.WARNING,
    "The counts of fieldwork beside the data are of other rows than the data file has.",
    "A response rate would be printed that belongs to other data.",
)

COUNTS_RULES = (BAD_COUNTS, OTHER_COUNTS)
"""A part of the catalogue of data files."""
