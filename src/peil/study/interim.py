"""What is shown while the survey runs, listed before it opened."""

from dataclasses import dataclass

SMALLEST_BATCH = 10
"""Interim results are refreshed by so many respondents at least: fewer could be told apart."""


@dataclass(frozen=True, slots=True)
class Interim:
    """``[interim]``: what interim results show, and when.

    Args:
        items: Keys of the items.
        groups: Keys of the groups that they are split by; each is a group of the plan.
        every: So many respondents have to come in before results are refreshed.
        start: So many have to be there before the first.
    """

    items: tuple[str, ...]
    groups: tuple[str, ...] = ()
    every: int = SMALLEST_BATCH
    start: int = SMALLEST_BATCH
