"""A file's rows as the packed engine counts them."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.estimation.arrays import Floats, Positions
from peil.estimation.asked import Banner, Question
from peil.estimation.packed.codes import Bits, Codes


@dataclass(frozen=True, eq=False)
class Coded:
    """Rows in the order of their file, each question and banner as codes.

    Args:
        rows: Number of rows.
        units: Number of places on the moments' first axis.
        unit_of: For each row its place there (``Frame.unit_of``); None when there is one.
        weights: One a row, finite and none below zero; None when every row counts once.
        questions: What each question's answers are.
        banners: The group of each row; both highest codes are a row in no group.
        numbers: Columns of numbers, NaN where a row has none.
        replicates: Rows × replicates, or None.
    """

    rows: int
    units: int
    unit_of: Positions | None
    weights: Floats | None
    questions: Mapping[Question, Codes | Bits]
    banners: Mapping[Banner, Codes]
    numbers: Mapping[str, Floats]
    replicates: Floats | None = None

    def __post_init__(self) -> None:
        """Raises ValueError: something is not as long as there are rows, or a unit isn't one of them."""
        several = [*self.questions.values(), *self.banners.values()]
        lengths = {len(part) for each in several for part in each.columns}
        lengths |= {len(column) for column in self.numbers.values()}
        lengths |= {len(each) for each in (self.weights, self.unit_of, self.replicates) if each is not None}
        if lengths - {self.rows}:
            raise ValueError("columns are of different lengths")
        units = self.unit_of
        if units is not None and len(units) and (units.min() < 0 or units.max() >= self.units):
            raise ValueError("a row is in no unit")
