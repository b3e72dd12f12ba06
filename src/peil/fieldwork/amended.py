"""What was changed between what was answered and what is analysed, with when and why."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Interviews that aren't analysed, by one decision.

    Args:
        on: Day of the decision.
        reason: Why, in words that a report may print.
        interviews: How many of them the data hold.
    """

    on: dt.date
    reason: str
    interviews: int


@dataclass(frozen=True, slots=True)
class CountedAs:
    """Answers in own words that are counted as an option, by one decision.

    Args:
        item: Item key.
        option: The option that the words stood beside.
        to: Option that they are counted as.
        on: Day of the decision.
        reason: Why, in words that a report may print.
        answers: How many answers of the analysis set it changed.
    """

    item: str
    option: str
    to: str
    on: dt.date
    reason: str
    answers: int


@dataclass(frozen=True, slots=True)
class Amended:
    """Everything that was left out or counted otherwise.

    ``quota_full`` is how many interviews were turned away because their quota was full: they are screened
    out, and never analysed.
    """

    left_out: tuple[LeftOut, ...] = ()
    counted_as: tuple[CountedAs, ...] = ()
    quota_full: int = 0


AS_ANSWERED = Amended()
