"""A release: what may be shown, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from peil.disclose.beside_population import BesidePopulation
from peil.disclose.coding_fact import CodingFact
from peil.disclose.compared import Compared
from peil.disclose.printed_finding import PrintedAudit
from peil.disclose.theme_matrix import ThemeMatrix
from peil.disclose.trend import Trend
from peil.fieldwork.facts import Facts
from peil.study.base import Base
from peil.study.plan import Disclosure
from peil.study.tablespec import TableSpec
from peil.study.talk import TalkKind
from peil.tabulate.table import GroupTest

Errors = tuple[float | None, float | None, float | None]
"""Standard error, lower and upper bound."""

NO_ERRORS: Errors = (None, None, None)


class Status(StrEnum):
    """Whether a cell is shown, shown with a caution, or hidden."""

    SHOWN = "shown"
    INDICATIVE = "indicative"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class ReleasedCell:
    """A cell as published; a suppressed one carries None throughout.

    ``mean`` is the mean rank of a ranking's option, None where hidden or where there is none; ``mean_errors``
    are its standard error, lower and upper bound. ``p`` is that of a group's difference from the rest,
    adjusted over a family; None where nothing was tested. ``above`` are the letters of the groups shown that
    this one lies above.
    """

    option: str
    n: int | None
    share: float | None
    status: Status
    se: float | None = None
    low: float | None = None
    high: float | None = None
    mean: float | None = None
    mean_errors: Errors = NO_ERRORS
    p: float | None = None
    above: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """A table as published; ``n`` and ``weighted`` are None where the base itself is hidden.

    ``mean`` is None where hidden or where the item has none; ``mean_errors`` are its standard error, lower
    and upper bound. ``test`` says how the group was tested, where it was. ``merged`` are the classes that a
    table of small classes (group ``~small``) takes together.
    """

    spec: TableSpec
    question: str
    item: str
    group: str | None
    n: int | None
    weighted: float | None
    rule: str
    status: Status
    cells: tuple[ReleasedCell, ...]
    mean: float | None = None
    mean_errors: Errors = NO_ERRORS
    test: GroupTest | None = None
    merged: tuple[str, ...] = ()

    @property
    def partly(self) -> bool:
        """The base is shown, and one of its cells isn't."""
        return self.n is not None and any(cell.status is Status.SUPPRESSED for cell in self.cells)

    def cell(self, option: str) -> ReleasedCell | None:
        """Give the cell of an option (or ``net:ID``), or None."""
        return next((cell for cell in self.cells if cell.option == option), None)


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Hidden classes that would follow from the total and the other classes, if more weren't hidden for them.

    ``spec`` names the item and the group they are classes of, ``groups`` the classes, ``cost`` how many cells
    of other classes are hidden for them.
    """

    spec: TableSpec
    groups: tuple[str, ...]
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Accounting:
    """How many cells of everything published the rules hid, by the rule that hid them first.

    Args:
        cells: All cells.
        base: Hidden because their base is under the minimum.
        small: Hidden because so few chose them, in a table with an identifying variable.
        alike: Hidden because all or none of a group chose them, of a sensitive question.
        secondary: Hidden because another hidden cell would follow from them.
        earlier: Hidden because an earlier release hid them.
        unfresh: Hidden because too few came since an earlier release showed them.
    """

    cells: int = 0
    base: int = 0
    small: int = 0
    alike: int = 0
    secondary: int = 0
    earlier: int = 0
    unfresh: int = 0

    @property
    def hidden(self) -> int:
        """All hidden cells."""
        return self.base + self.small + self.alike + self.secondary + self.earlier + self.unfresh


@dataclass(frozen=True, slots=True)
class SaidIn:
    """Where something was said that is told under it: the kind of talk, and who took part, by language.

    The composition is empty where it isn't told.
    """

    kind: TalkKind
    composition: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quotation as published, or None for its words where the rules hold it back.

    Args:
        id: Its name in the study.
        words: Its words by language, as approved; None where it is held back.
        attribution: The one broad attribute told with it, an item and a class; None where none is told.
        invented: Nobody said it: it stands in for what people say, and that is printed with it.
        reason: Why it is held back, in words for the researcher; empty otherwise.
        said_in: The talk that it was said in, in broad terms; None for an answer to a question.
    """

    id: str
    words: Mapping[str, str] | None
    attribution: tuple[str, str] | None = None
    invented: bool = False
    reason: str = ""
    said_in: SaidIn | None = None


@dataclass(frozen=True, slots=True)
class EarlierRelease:
    """What is told of a release before this one.

    Args:
        number: Its number.
        date: Its day, as ``2026-02-20``.
        interim: The survey was still open.
        respondents: How many respondents it counted.
    """

    number: int
    date: str
    interim: bool
    respondents: int = 0


TableKey = tuple[str, str | None, str, Base, str | None]
"""Item, by, words of ``where``, base, group."""


@dataclass(frozen=True)
class Release:
    """Everything a report may use.

    Args:
        tables: Released tables.
        facts: Facts about fieldwork.
        disclosure: The profile that was applied.
        weighting: How weights were made, in words; empty when there are none.
        accounting: How many cells were hidden, by which rule.
        warnings: Small classes that other cells are hidden for, and that could be taken together with others.
        excerpts: Quotations, by id.
        earlier: Releases before this one, oldest first.
        merged: Tables of small classes taken together (group ``~small``), beside those asked for.
        unprotected: Hidden cells that nothing more can be hidden for: tables and options. None of it may be
            published while there are any.
        compared: Other studies beside this one, by id.
        trends: Questions over waves, by id.
        populations: The sample beside populations, by id.
        themes: What came up in talks.
        printed: What is odd about figures that were printed elsewhere.
        coded: How answers in own words were coded, by the item of codes.
    """

    tables: tuple[ReleasedTable, ...]
    facts: Facts
    disclosure: Disclosure
    weighting: str
    accounting: Accounting = Accounting()
    warnings: tuple[Recoverable, ...] = ()
    excerpts: Mapping[str, Excerpt] = field(default_factory=dict)
    earlier: tuple[EarlierRelease, ...] = ()
    merged: tuple[ReleasedTable, ...] = ()
    unprotected: tuple[tuple[TableKey, str], ...] = ()
    compared: Mapping[str, Compared] = field(default_factory=dict)
    trends: Mapping[str, Trend] = field(default_factory=dict)
    populations: Mapping[str, BesidePopulation] = field(default_factory=dict)
    themes: ThemeMatrix = field(default_factory=ThemeMatrix)
    printed: PrintedAudit = field(default_factory=PrintedAudit)
    coded: Mapping[str, CodingFact] = field(default_factory=dict)

    @property
    def has_totals(self) -> bool:
        """Any table of everyone may be shown: where too few came, none is."""
        return any(table.n for table in self.tables if table.spec.by is None)

    @cached_property
    def by_key(self) -> Mapping[TableKey, ReleasedTable]:
        """Tables by what they show and for which group."""
        return {(*table.spec.key, table.group): table for table in (*self.tables, *self.merged)}

    def find(self, spec: TableSpec, group: str | None = None) -> ReleasedTable | None:
        """Give the table for a spec and class of its group, or None when it was not asked for."""
        return self.by_key.get((*spec.key, group))
