"""Blocks that set the study beside something else: other studies, waves, the population, talks, an audit.

Each names the tables of this study that it is read from (``specs``), so that they are released with the rest.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peil.core.span import Span
from peil.study.population import Headline
from peil.study.tablespec import TableSpec

if TYPE_CHECKING:
    from peil.report.template.template import Line


@dataclass(frozen=True, slots=True)
class ComparisonCall:
    """``::: comparison ID``: another study beside this one.

    Args:
        id: The other study.
        span: Where it stands.
        specs: The tables of this study that it is read from.
        questions: The other study's questions, in order; a table or chart each.
        anchor: Its own name and anchor.
        caption: The caption's title.
        chart: ``dots`` or ``grouped``; empty for tables.
        notes: Lines under it.
    """

    id: str
    span: Span
    specs: tuple[TableSpec, ...] = ()
    questions: tuple[str, ...] = ()
    anchor: str = ""
    caption: "Line" = ()
    chart: str = ""
    notes: "tuple[Line, ...]" = ()


@dataclass(frozen=True, slots=True)
class OthersAnnex:
    """``::: annex comparisons``: every figure of other studies, with where it was printed."""

    span: Span
    specs: tuple[TableSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class TrendCall:
    """``::: trend ID``: a question over waves.

    Args:
        id: The trend.
        span: Where it stands.
        specs: The table of this study that it is read from.
        anchor: Its own name and anchor.
        caption: The caption's title.
        chart: ``slope`` or ``dots``; empty for a table.
        notes: Lines under it.
    """

    id: str
    span: Span
    specs: tuple[TableSpec, ...] = ()
    anchor: str = ""
    caption: "Line" = ()
    chart: str = ""
    notes: "tuple[Line, ...]" = ()


@dataclass(frozen=True, slots=True)
class PopulationCall:
    """``::: population ID``: the sample beside a population.

    ``caption`` is empty for its usual words; ``headlines`` are looked at under weights, in a table of their
    own; ``notes`` are lines under the first table.
    """

    id: str
    span: Span
    specs: tuple[TableSpec, ...] = ()
    caption: "Line" = ()
    headlines: tuple[Headline, ...] = ()
    notes: "tuple[Line, ...]" = ()

    @property
    def tables(self) -> int:
        """How many tables it makes, each with a number."""
        return 2 if self.headlines else 1


@dataclass(frozen=True, slots=True)
class TalksBlock:
    """``::: talks``: the talks there were, and which themes came up in which."""

    span: Span
    specs: tuple[TableSpec, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditAnnex:
    """``::: annex audit``: what is odd about figures that were printed elsewhere."""

    span: Span
    specs: tuple[TableSpec, ...] = ()


BesideBlock = ComparisonCall | TrendCall | PopulationCall | TalksBlock | AuditAnnex | OthersAnnex
