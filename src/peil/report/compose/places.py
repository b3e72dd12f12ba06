"""Number headings, figures and tables, and know what a reference to each is called."""

import re
import string
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from peil.report.compose.phrases import say
from peil.report.template.beside_block import (
    AuditAnnex,
    ComparisonCall,
    OthersAnnex,
    PopulationCall,
    TalksBlock,
    TrendCall,
)
from peil.report.template.binding import Binding
from peil.report.template.read import RESPONSE, TALKS
from peil.report.template.study_block import MethodologyAnnex
from peil.report.template.template import (
    Conditional,
    CrosswalkAnnex,
    Exhibit,
    Line,
    ResponseTable,
    Template,
    TemplateBlock,
    Title,
    WeightingAnnex,
    Words,
)

ANNEXES: Mapping[type, str] = {
    WeightingAnnex: "weighting",
    OthersAnnex: "annex-comparisons",
    MethodologyAnnex: "annex-methodology",
    AuditAnnex: "annex-audit",
}
"""Anchors of what is made by itself, once in a text."""


@dataclass(frozen=True)
class Places:
    """Numbers and anchors by the position of the block, and names by id."""

    numbers: Mapping[int, str]
    anchors: Mapping[int, str]
    names: Mapping[str, str]


@dataclass
class Counter:
    """Counts on while blocks pass; ``bound`` gives the words that are printed for a binding."""

    language: str
    bound: Callable[[Binding | Conditional], str]
    chapter: int = 0
    annex: int = 0
    within: list[int] = field(default_factory=list)
    head: str = ""
    figures: int = 0
    tables: int = 0
    taken: set[str] = field(default_factory=set)

    def number(self, block: TemplateBlock) -> str:
        """Give a block's number, empty for one that has none."""
        if isinstance(block, Title):
            return self.title(block)
        if (isinstance(block, Exhibit) and not block.table) or (isinstance(block, TrendCall) and block.chart):
            self.figures += 1
            return str(self.figures)
        if isinstance(block, ComparisonCall):
            return self.several(block)
        if isinstance(block, Exhibit | ResponseTable | TalksBlock | TrendCall):
            self.tables += 1
            return str(self.tables)
        if isinstance(block, PopulationCall):
            self.tables += block.tables
            return str(self.tables - block.tables + 1)
        return ""

    def several(self, block: ComparisonCall) -> str:
        """Give the number of the first of a block's tables or figures, one for each question."""
        before = self.figures if block.chart else self.tables
        if block.chart:
            self.figures += len(block.questions)
        else:
            self.tables += len(block.questions)
        return str(before + 1)

    def title(self, title: Title) -> str:
        """Give a heading's number: 2, 2.1, A, A.1; a preface has none."""
        if title.level == 1:
            self.within = []
            self.head = self.first(title)
        elif self.head and title.level <= 3:
            del self.within[title.level - 1 :]
            self.within += [0] * (title.level - 1 - len(self.within))
            self.within[-1] += 1
        if not self.head or title.level > 3:
            return ""
        return ".".join((self.head, *map(str, self.within)))

    def first(self, title: Title) -> str:
        """Give a chapter's number or an annex's letter."""
        if title.annex:
            self.annex += 1
            return string.ascii_uppercase[(self.annex - 1) % 26]
        if title.numbered:
            self.chapter += 1
            return str(self.chapter)
        return ""

    def anchor(self, block: TemplateBlock) -> str:
        """Give a block's anchor; a heading without one gets its words."""
        wanted = own_id(block) or annex_anchor(block)
        if isinstance(block, Title) and not wanted:
            wanted = slug(self.plain(block.text))
        found, copies = wanted, 1
        while found in self.taken:
            copies += 1
            found = f"{wanted}-{copies}"
        self.taken.add(found)
        return found

    def name(self, block: TemplateBlock, number: str) -> str:
        """Say how a reference to a block reads: ``Figuur 5``, ``paragraaf 2.1``, a title without number."""
        if isinstance(block, Title):
            if not number:
                return self.plain(block.text)
            level = (
                "annex" if block.annex and block.level == 1 else "chapter" if block.level == 1 else "section"
            )
            return f"{say(self.language, level)} {number}"
        figure = (isinstance(block, Exhibit) and not block.table) or (
            isinstance(block, ComparisonCall | TrendCall) and bool(block.chart)
        )
        return f"{say(self.language, 'figure' if figure else 'table')} {number}"

    def plain(self, line: Line) -> str:
        """Give a line's words alone."""
        parts = (
            piece.what.text if isinstance(piece.what, Words) else self.bound(piece.what)
            for piece in line
            if isinstance(piece.what, Words | Binding | Conditional)
        )
        return "".join(parts)


def find_places(template: Template, bound: Callable[[Binding | Conditional], str]) -> Places:
    """Number everything in a template.

    Args:
        template: The report as written.
        bound: Gives the words that are printed for a binding, which a heading may hold.
    """
    counter = Counter(template.language, bound)
    counter.taken = {block.id for block in template.exhibits()} | {RESPONSE, TALKS}
    counter.taken |= {block.anchor for block in template.blocks if isinstance(block, Title)}
    claimed: set[str] = set()
    numbers, anchors, names = {}, {}, {}
    for place, block in enumerate(template.blocks):
        own = own_id(block)
        first = bool(own) and own not in claimed
        claimed.add(own)
        numbers[place] = counter.number(block)
        anchors[place] = own if first else counter.anchor(block)
        if first:
            names[own] = counter.name(block, numbers[place])
    return Places(numbers, anchors, names)


def own_id(block: TemplateBlock) -> str:
    """Give the id by which a text can refer to a block."""
    match block:
        case Exhibit():
            return block.id
        case ResponseTable():
            return RESPONSE
        case ComparisonCall() | TrendCall() | Title():
            return block.anchor
        case TalksBlock():
            return TALKS
        case PopulationCall():
            return f"population-{block.id}"
    return ""


def annex_anchor(block: TemplateBlock) -> str:
    """Give the anchor of a block that is made by itself, and that no text refers to."""
    if isinstance(block, CrosswalkAnnex):
        return f"crosswalk-{block.id}"
    return ANNEXES.get(type(block), "")


def slug(text: str) -> str:
    """Give an anchor made of a title's words."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "section"
