"""F019: a column that is what the other columns leave over."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from peil.audit.bounds import Bounds
from peil.audit.finding import Finding, Grade
from peil.audit.full_row import FullRow, complete_rows
from peil.audit.ledger import Ledger, ids
from peil.audit.rules.rule import FindingRule, Telling, cited, telling
from peil.audit.said import Named, Percent

CHANCES = {3: Fraction(3, 4), 4: Fraction(2, 3)}
"""Chances that three and four rounded shares make 100; more make it less often."""
LIKELY_BELOW = Fraction(1, 1000)


def find_remainders(bounds: Bounds) -> Iterator[Finding]:
    """Find rows of one table that all make exactly 100, where one column takes the blame for it.

    That the rounded shares of k answers make 100 has a chance of 3/4 for three answers, 2/3 for four and
    about (6/pi/k)^(1/2) for more (Mosteller, Youtz and Zahn, 1967, The distribution of sums of rounded
    percentages, Demography 4(2); Diaconis and Freedman, 1979, Journal of the American Statistical
    Association 74).
    """
    ledger, tell = bounds.ledger, telling(REMAINDER.code, bounds)
    tables: dict[object, list[FullRow]] = {}
    for row in complete_rows(ledger):
        if not row.group.study:
            item = ledger.study.codebook.items[row.group.item]
            tables.setdefault((item.question, row.group.filters, row.group.base), []).append(row)
    for rows in tables.values():
        if len(rows) < 3 or missing_rows(rows, ledger):
            continue
        wrong = {option for row in rows for option in row.impossible}
        if len(wrong) == 1:
            yield _blame_column(tell, rows, *wrong)
        elif any(row.apart for row in rows):
            yield _blame_rows(tell, rows, [row for row in rows if row.apart])
        elif (chance := chance_of_100(rows)) < LIKELY_BELOW:
            yield _blame_chance(tell, rows, chance)


def chance_of_100(rows: list[FullRow]) -> Fraction:
    """Give the chance that the rounded shares of every row make 100, at the most."""
    chance = Fraction(1)
    for row in rows:
        chance *= CHANCES.get(len(row.shares), Fraction(3, 5))
    return chance


def _blame_column(tell: Telling, rows: list[FullRow], column: str) -> Finding:
    """Tell of the one column in which impossible shares stand."""
    blamed = [row.shares[column] for row in rows if row.impossible]
    return tell.finding(
        Grade.LIKELY,
        (row.shares[column].id for row in rows),
        "remainder",
        rows=len(rows),
        column=Named(rows[0].group.item, (column,), alone=True),
        impossible=cited(ids(blamed)),
        base=rows[0].base,
    )


def _blame_rows(tell: Telling, rows: list[FullRow], apart: list[FullRow]) -> Finding:
    """Tell of the rows that no counts give as a whole."""
    return tell.finding(
        Grade.LIKELY,
        (share.id for row in rows for share in row.shares.values()),
        "remainder_somewhere",
        rows=len(rows),
        apart=tuple(Named(row.group.item) for row in apart),
        base=apart[0].base,
    )


def _blame_chance(tell: Telling, rows: list[FullRow], chance: Fraction) -> Finding:
    """Tell how seldom rounding makes 100 every time."""
    return tell.finding(
        Grade.LIKELY,
        (share.id for row in rows for share in row.shares.values()),
        "always_100",
        rows=len(rows),
        first=Named(rows[0].group.item),
        last=Named(rows[-1].group.item),
        chance=Percent(round(Decimal(100 * chance.numerator) / chance.denominator, 4)),
    )


def missing_rows(rows: list[FullRow], ledger: Ledger) -> bool:
    """Say whether another row of the table is printed whole and doesn't make 100."""
    found = {row.group for row in rows}
    question = ledger.study.codebook.items[rows[0].group.item].question
    for group, shares in ledger.shares.items():
        if group.study or group in found or ledger.study.codebook.items[group.item].question != question:
            continue
        same = (group.filters, group.base) == (rows[0].group.filters, rows[0].group.base)
        single = {share.options for share in shares if len(share.options) == 1}
        if same and len(single) == len(ledger.options(group)):
            return True
    return False


REMAINDER = FindingRule(
    "F019",
    "remainder",
    "A column that was not counted but is what the other columns leave over.",
    "It carries the rounding of all others, and says nothing of its own.",
    "likely, when every row makes exactly 100 and all impossible percentages stand in one column, or some "
    "row has no counts that give all of it, or rounding makes 100 every time in less than one table of a "
    "thousand",
    "four answers of 11 rows that always make 100, with 14% and 19% of 82 in the last column",
    find_remainders,
)
