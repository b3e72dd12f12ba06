"""Bindings on populations: a class's share, how far the sample lies from it, and a bound of that."""

from dataclasses import dataclass
from decimal import Decimal

from peil.report.template.selection import Selection
from peil.study.expr.tree import Order


@dataclass(frozen=True, slots=True)
class PopulationShare:
    """``population ID: CLASS``: the share of a class that a population's source gives."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PopulationGap:
    """``difference population ID: CLASS``: how many points sample and population lie apart."""

    id: str
    of: Selection

    @property
    def name(self) -> str:
        """The class."""
        return self.of.options[0]


@dataclass(frozen=True, slots=True)
class PopulationClaim:
    """``claim population ID: CLASS > 10``: a bound of how many points the two lie apart."""

    id: str
    of: Selection
    order: Order
    bound: Decimal


PopulationValue = PopulationShare | PopulationGap | PopulationClaim
