"""Numbers as a proof sees them: the classes into which conditions cut what may be filled in."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from peil.core.largest import LARGEST
from peil.study.expr.condition import Condition
from peil.study.expr.tree import And, Between, Compare, Expr, Not, NumberOf, Or
from peil.study.study import Study

Cuts = Mapping[str, frozenset[Decimal]]
"""Variable name to the constants that it is compared with anywhere in the study."""

FAR = Decimal(LARGEST)


def cuts_of(study: Study) -> Cuts:
    """Give the constants that each numeric variable is compared with."""
    found: dict[str, set[Decimal]] = {}
    for condition in conditions(study):
        for variable, constant in constants(condition.tree):
            found.setdefault(variable, set()).add(constant)
    return {variable: frozenset(values) for variable, values in found.items()}


def conditions(study: Study) -> Iterator[Condition]:
    """Give every condition of the study: routing, roles and derived variables."""
    for section in study.questionnaire.sections:
        yield from _those(section.condition)
    for question in study.questionnaire.questions:
        yield from _those(question.condition)
        yield from (end.condition for end in question.ends)
        for option in question.options:
            yield from _those(option.condition)
        for row in question.rows:
            yield from _those(row.condition)
    for role in study.roles:
        yield from _those(role.condition)
    for derived in study.plan.derived:
        yield from (one.condition for one in derived.classes)


def constants(expr: Expr) -> Iterator[tuple[str, Decimal]]:
    """Give variables and the constants they are compared with; counts of ticks are no variables."""
    match expr:
        case Compare(left=NumberOf(variable=variable), right=right):
            yield variable, right
        case Between(left=NumberOf(variable=variable), low=low, high=high):
            yield variable, low
            yield variable, high
        case Not(term=term):
            yield from constants(term)
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from constants(term)
        case _:
            return


def number_classes(
    cuts: Iterable[Decimal], low: Decimal | None, high: Decimal | None, decimals: int
) -> tuple[Decimal, ...]:
    """Give one number of each class: every comparison with a cut comes out alike for a whole class.

    Args:
        cuts: Constants compared with.
        low: Lowest number allowed, or None.
        high: Highest number allowed, or None.
        decimals: Places allowed: only such numbers can be filled in.
    """
    step = Decimal(1).scaleb(-decimals)
    first = _round(-FAR if low is None else max(low, -FAR), step, up=True)
    last = _round(FAR if high is None else min(high, FAR), step, up=False)
    inside = sorted({cut for cut in cuts if first <= cut <= last})
    found = {cut for cut in inside if cut == _round(cut, step, up=False)}
    edges = [None, *inside, None]
    for left, right in pairwise(edges):
        begin = first if left is None else _above(left, step)
        end = last if right is None else _below(right, step)
        if begin <= end:
            found.add(_plain(begin, end))
    return tuple(sorted(found))


def _plain(begin: Decimal, end: Decimal) -> Decimal:
    """Give the number of a range that reads best: zero, else the end that is nearest to it."""
    return Decimal(0) if begin <= 0 <= end else begin if begin > 0 else end


def _round(number: Decimal, step: Decimal, *, up: bool) -> Decimal:
    whole = (number / step).to_integral_value(ROUND_CEILING if up else ROUND_FLOOR)
    return whole * step


def _above(cut: Decimal, step: Decimal) -> Decimal:
    found = _round(cut, step, up=True)
    return found + step if found == cut else found


def _below(cut: Decimal, step: Decimal) -> Decimal:
    found = _round(cut, step, up=False)
    return found - step if found == cut else found


def _those(condition: Condition | None) -> Iterator[Condition]:
    if condition is not None:
        yield condition
