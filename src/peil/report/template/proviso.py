"""Provisos: what decides whether a conditional text stands."""

from dataclasses import dataclass

from peil.report.template.binding import Claim, Deviating
from peil.report.template.selection import Selection


@dataclass(frozen=True, slots=True)
class Significant:
    """A group's share differs from that of the rest, at the level of the plan's deviation rule."""

    of: Selection


@dataclass(frozen=True, slots=True)
class Deviates:
    """One class deviates from the total by the plan's rule."""

    of: Selection


@dataclass(frozen=True, slots=True)
class Shown:
    """The disclosure rules let the value be shown."""

    of: Selection


Ground = Significant | Deviates | Deviating | Claim | Shown
"""What is looked at. Of ``Deviating`` at least one class of its groups deviates."""


@dataclass(frozen=True, slots=True)
class Proviso:
    """A ground, or with ``negated`` its opposite; ``source`` are the words it was written in."""

    ground: Ground
    negated: bool
    source: str
