"""An estimate: one column of a file in one class of another, with what it is worth."""

from dataclasses import dataclass

from peil.estimation.tested import Tested
from peil.tabulate.table import BaseCount


@dataclass(frozen=True, slots=True)
class EstimateCell:
    """One option: unweighted count, weighted share, and how sure that is.

    ``low`` and ``high`` are None at shares 0 and 1, ``deff`` too; everything but ``n`` is None for an empty
    base.
    """

    option: str
    n: int
    share: float | None
    se: float | None
    low: float | None
    high: float | None
    deff: float | None


@dataclass(frozen=True, slots=True)
class EstimateTable:
    """One column, whole (``by`` and ``group`` None) or in one class of another column.

    ``test`` is that of all classes together: whether they differ in what they chose.
    """

    question: str
    by: str | None
    group: str | None
    base: BaseCount
    cells: tuple[EstimateCell, ...]
    test: Tested | None = None
