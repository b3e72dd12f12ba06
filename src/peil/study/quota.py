"""A quota: how many interviews of a kind are wanted."""

from dataclasses import dataclass

from peil.core.span import Span
from peil.study.expr.condition import Condition
from peil.study.text import Wording

QUOTA_FULL = "quota_full"
"""Outcome of an interview that came when its quota was full."""


@dataclass(frozen=True, slots=True)
class Quota:
    """``[quotas.NAME]`` of plan.toml.

    An interview takes one of the places with the page that makes the condition hold, and gives it back when
    an answer changes that, when it is erased, or when it was left for ``hold_days`` without being completed.

    Args:
        id: Its name.
        wording: Its title.
        condition: Which interviews it is about.
        limit: How many of them are wanted.
        hold_days: Days that an unfinished interview keeps its place.
        span: Where it stands.
    """

    id: str
    wording: Wording
    condition: Condition
    limit: int
    hold_days: int
    span: Span
