"""What became of a list of persons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a list of persons, in numbers.

    Args:
        new: Were added.
        present: Were in the sample already and stay as they are.
        erased: Were passed over, for they were erased before.
    """

    new: int
    present: int
    erased: int = 0
