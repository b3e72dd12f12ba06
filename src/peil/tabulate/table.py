"""A table: one item in one group, unrounded, for the researcher's eyes."""

from dataclasses import dataclass

from peil.study.tablespec import TableSpec


@dataclass(frozen=True, slots=True)
class BaseCount:
    """The base: unweighted n, sum of weights, and the rule in words."""

    n: int
    weighted: float
    rule: str


@dataclass(frozen=True, slots=True)
class GroupTest:
    """How a group was tested against the rest.

    Args:
        name: The test.
        family: Which p-values were adjusted together.
        correction: How.
        size: How many there are.
        level: What p is held against.
        letter: The group's column letter.
    """

    name: str
    family: str
    correction: str
    size: int
    level: float
    letter: str


@dataclass(frozen=True, slots=True)
class Mean:
    """Mean of a number, scale step or rank over those who gave one.

    Standard error and 95 % interval are None where the study prints none, or where there is none.
    """

    value: float
    n: int
    se: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class OfResponses:
    """What part of all responses an option has, and its standard error where the study prints errors."""

    share: float
    se: float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One option: unweighted count and share of the base (0 to 1, None for an empty base).

    Standard error and 95 % interval are None where the study prints none. Of a ranking, n and share are of
    those who ranked the option first and ``mean`` is its mean rank. In a group that was tested, ``p`` is that
    of its difference from the rest, adjusted over a family, and ``above`` are the letters of the groups that
    it lies above; both None where nothing was tested. ``of_responses`` is there where that was asked for.
    """

    option: str
    n: int
    share: float | None
    se: float | None = None
    low: float | None = None
    high: float | None = None
    mean: Mean | None = None
    p: float | None = None
    above: tuple[str, ...] | None = None
    of_responses: OfResponses | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One item in one class of one group, or in the whole sample (``group`` None).

    Cells stand in option order; nets of the question follow as cells named ``net:ID``; with
    ``base.blanks`` a last cell is named ``blank``. Options that the base leaves out have no cell. ``test``
    says how the group was tested, where the plan asks for that.
    """

    spec: TableSpec
    question: str
    item: str
    group: str | None
    base: BaseCount
    cells: tuple[Cell, ...]
    mean: Mean | None = None
    test: GroupTest | None = None

    @property
    def n(self) -> int:
        """Unweighted base."""
        return self.base.n

    def cell(self, option: str) -> Cell | None:
        """Give the cell of an option (or ``net:ID``), or None."""
        return next((cell for cell in self.cells if cell.option == option), None)
