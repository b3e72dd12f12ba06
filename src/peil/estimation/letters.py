"""Column letters, as tabulation tools print them: which columns of a banner lie higher than which others.

Each column bears a letter. Two columns' shares of one option are compared; where they differ, the letter of
the lower one stands at the higher one. The rules:

- Columns are compared within a banner alone. Its groups exclude each other, so no row is on both sides;
  columns of two banners, or a column and the total that it is in, overlap and are never compared.
- What columns of a banner have in common through strata and clusters is kept (``pairwise``), with t on the
  degrees of freedom of the table's base. Variances are those of the two columns, not pooled.
- A column whose base has fewer respondents than the minimum is neither compared nor gets letters.
- p is adjusted over all pairs of a row (one option), or over all pairs of the table, as the family says.
- With two levels a difference at the stricter one is an upper-case letter, one at the other a lower-case one.
- Columns of the same share get no letter, and shares without sampling error (both 0 or 1) aren't tested.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from peil.estimation.adjust_p import Adjustment, Family, adjust
from peil.estimation.arrays import Counts, Floats, Mask
from peil.estimation.design import Lonely
from peil.estimation.differences import Differences
from peil.estimation.frame import Frame
from peil.estimation.moments import Moments
from peil.estimation.pairwise import compare_columns

NAME = "Columns compared two by two, t"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Within(StrEnum):
    """Which pairs are one family: those of one option, or of the whole table."""

    ROW = "row"
    TABLE = "table"


@dataclass(frozen=True)
class LetterRules:
    """How letters are given.

    Args:
        level: A difference whose p isn't above this gets an upper-case letter.
        weaker: One whose p isn't above this gets a lower-case letter; None for no such letters.
        minimum_base: Respondents with a positive weight that a column needs.
        method: How p is adjusted.
        within: Over what.
    """

    level: float = 0.05
    weaker: float | None = None
    minimum_base: int = 30
    method: Adjustment = Adjustment.HOLM
    within: Within = Within.ROW

    def __post_init__(self) -> None:
        if not 0 < self.level < 1 or (self.weaker is not None and not self.level < self.weaker < 1):
            raise ValueError("levels lie between 0 and 1, the weaker one above the other")


@dataclass(frozen=True)
class Letters:
    """A banner's letters.

    Args:
        name: What a methodology calls the test.
        columns: Each column's own letter.
        marks: For each option the letters at each column, in the columns' order.
        small: Columns whose base is under the minimum.
        differences: What they come from, columns × columns × options.
        adjusted: p as it was held against the levels, of that shape; NaN where nothing was tested.
        family: Which p-values were adjusted together; within rows its size is that of the largest row.
        rules: How they were given.
    """

    name: str
    columns: tuple[str, ...]
    marks: tuple[tuple[tuple[str, ...], ...], ...]
    small: Mask
    differences: Differences
    adjusted: Floats
    family: Family
    rules: LetterRules


def letter_banners(
    tables: Sequence[Moments], frame: Frame, lonely: Lonely, rules: LetterRules, families: Sequence[str]
) -> tuple[Letters, ...]:
    """Give the letters of a question by several banners that stand beside each other; letters run on.

    Args:
        tables: The question by each banner.
        frame: The design's units.
        lonely: What is done with strata that have a single unit.
        rules: How letters are given.
        families: For each table what its pairs are together, as a methodology names it.

    Raises:
        LonelyUnit: A stratum with rows in a base has a single unit, and this fails.
    """
    found, first = [], 0
    for moments, family in zip(tables, families, strict=True):
        columns = tuple(letter(first + place) for place in range(moments.base.n.shape[1]))
        differences = compare_columns(moments, frame, lonely)
        base = moments.base.positive.sum(axis=0)
        found.append(give_letters(columns, base, differences, rules, family))
        first += len(columns)
    return tuple(found)


def give_letters(
    columns: tuple[str, ...], base: Counts, differences: Differences, rules: LetterRules, family: str
) -> Letters:
    """Give a banner's letters from its columns' differences.

    Args:
        columns: Each column's letter.
        base: Respondents of positive weight in each.
        differences: Columns × columns × options.
        rules: How letters are given.
        family: What the pairs are together.
    """
    small = base < rules.minimum_base
    adjusted, size = _adjusted(differences.p, small, rules)
    options = differences.p.shape[2]
    marks = tuple(
        tuple(
            _marks(columns, differences.difference[column, :, option], adjusted[column, :, option], rules)
            for column in range(len(columns))
        )
        for option in range(options)
    )
    named = Family(family, rules.method, size)
    return Letters(NAME, columns, marks, small, differences, adjusted, named, rules)


def letter(place: int) -> str:
    """Give a column's letter: A to Z, then AA, AB and so on."""
    found, left = "", place + 1
    while left:
        left, at = divmod(left - 1, len(ALPHABET))
        found = ALPHABET[at] + found
    return found


def _adjusted(p: Floats, small: Mask, rules: LetterRules) -> tuple[Floats, int]:
    """Give p adjusted, each pair counted once, and the size of the (largest) family."""
    above, below = np.triu_indices(len(small), k=1)
    pairs = np.where((small[above] | small[below])[:, None], np.nan, p[above, below])
    rows = [adjust(row, rules.method) for row in pairs.T]
    made = np.stack(rows, axis=1) if rules.within is Within.ROW and rows else adjust(pairs, rules.method)
    found = np.full(p.shape, np.nan)
    found[above, below] = found[below, above] = made
    counts = np.count_nonzero(~np.isnan(pairs), axis=0)
    return found, int(counts.max(initial=0) if rules.within is Within.ROW else counts.sum())


def _marks(columns: tuple[str, ...], differences: Floats, p: Floats, rules: LetterRules) -> tuple[str, ...]:
    """Give the letters of columns that lie lower than one."""
    found = []
    for column, difference, chance in zip(columns, differences.tolist(), p.tolist(), strict=True):
        if difference > 0 and chance <= rules.level:
            found.append(column)
        elif difference > 0 and rules.weaker is not None and chance <= rules.weaker:
            found.append(column.lower())
    return tuple(found)
