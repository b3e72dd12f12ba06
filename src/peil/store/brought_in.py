"""What became of responses from a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many were new, how many were there with the same answers, and who were there with other ones.

    When there is anybody in ``clashing`` (sorted ids) nothing was brought in.
    """

    new: int
    present: int
    clashing: tuple[str, ...] = ()
