"""Blocks that are made from what the study says of itself."""

from dataclasses import dataclass

from peil.core.span import Span
from peil.report.template.beside_block import BesideBlock


@dataclass(frozen=True, slots=True)
class MethodologyAnnex:
    """``::: annex methodology``: how the study was done, and by name what nobody stated of it."""


@dataclass(frozen=True, slots=True)
class QuoteCall:
    """``::: quote ID``: a quotation of quotes.toml or of a talk, printed where the rules let it through."""

    id: str
    span: Span


StudyBlock = MethodologyAnnex | QuoteCall | BesideBlock
