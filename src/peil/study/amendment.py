"""Amendments: dated, reasoned entries of the plan that change what is analysed, never what was answered."""

import datetime as dt
from dataclasses import dataclass

from peil.core.span import Span


@dataclass(frozen=True, slots=True)
class Exclusion:
    """``[[exclusions]]``: an interview that isn't analysed.

    Args:
        interview: Its id, as the data has it.
        on: Day of the decision.
        reason: Why, in words that a report may print.
        span: Where it stands.
    """

    interview: str
    on: dt.date
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Recoding:
    """``[[recodings]]``: an answer in own words ("other, namely …") that belongs to one of the options.

    The text stays; in the analysis the option takes the place of the one that the text stood beside.

    Args:
        item: Item key of the question or row (``sector``, ``ability.grants``).
        option: The option with the blank that was chosen (``other``).
        texts: What respondents wrote, compared without regard to case and to spaces around and between.
        to: Option that it is counted as from now on.
        on: Day of the decision.
        reason: Why, in words that a report may print.
        span: Where it stands.
    """

    item: str
    option: str
    texts: tuple[str, ...]
    to: str
    on: dt.date
    reason: str
    span: Span
