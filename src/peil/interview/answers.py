"""Answers as a respondent gave them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Value = str | bool | int | Decimal
"""An option id or text, a tick, a rank or step, a number (see ``ValueKind``)."""


@dataclass(frozen=True)
class Answers:
    """What has been given so far, also on pages that have since left the route.

    Args:
        values: Variable name to value. A tick that is False is the same as one that is absent.
        pages: Ids of pages submitted at least once.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
