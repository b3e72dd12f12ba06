"""What became of a list of persons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Added:
    """How many were new to the sample, and how many were in it already and stay as they are."""

    new: int
    present: int
