"""Read claims: bounds that must be kept."""

import re
from decimal import Decimal

from peil.report import problems as rules
from peil.report.template.binding import Claim, Measure
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_answer import read_head, read_pair
from peil.report.template.read_selection import Filters, read_filters, select, select_number
from peil.report.template.selection import Selection
from peil.study.expr.tree import Order

BOUND = re.compile(r"(.+?)(>=|<=|>|<|=)\s*(\d+(?:[.,]\d+)?)\s*%?\s*", re.DOTALL)
APART = re.compile(r"(.+)(?<![<>])(>=|<=|>|<|=)\s*(-?\d+(?:[.,]\d+)?)\s*(?:%|points?)?\s*", re.DOTALL)
MEASURE = re.compile(r"(count|base|mean)\s+(?!:)(.+)", re.DOTALL)
AGAINST = re.compile(r"\s+vs\s+")


def read_claim(names: Names, phrase: Phrase) -> Claim | None:
    """Read ``claim usage: often > 50% | …``, of a ``count``, ``base`` or ``mean``, and of two selections."""
    if AGAINST.search(phrase.text):
        return read_apart(names, phrase)
    head, rest = phrase.cut(r"\|")
    found = BOUND.fullmatch(head.text)
    if found is None:
        hint = "Write ITEM: OPTION > 50%, with >, >=, <, <= or =."
        names.report(rules.BAD_BINDING, head, "The claim states no bound.", hint)
        return None
    left = head.group(found, 1)
    measured = MEASURE.fullmatch(left.text)
    measure = Measure(measured[1]) if measured else Measure.SHARE
    of = left.group(measured, 2) if measured else left
    selection = read_measured(names, of, measure, read_filters(names, rest))
    return Claim(selection, Order(found[2]), bound_of(found[3]), measure) if selection else None


def read_measured(names: Names, head: Phrase, measure: Measure, filters: Filters | None) -> Selection | None:
    """Read what is measured: an answer, or for a base or a mean an item."""
    match measure:
        case Measure.BASE:
            return select(names, head, None, filters)
        case Measure.MEAN:
            return select_number(names, head, filters)
        case _:
            return read_head(names, head, filters)


def read_apart(names: Names, phrase: Phrase) -> Claim | None:
    """Read ``claim usage: often | employment: employer vs rest > 10``: percentage points."""
    found = APART.fullmatch(phrase.text)
    if found is None:
        hint = "Write SELECTION vs SELECTION > 10: how many points the first lies above the other."
        names.report(rules.BAD_BINDING, phrase, "The claim states no bound.", hint)
        return None
    pair = read_pair(names, phrase.group(found, 1), "vs")
    return Claim(pair[0], Order(found[2]), bound_of(found[3]), against=pair[1]) if pair else None


def bound_of(text: str) -> Decimal:
    """Give a bound as a number."""
    return Decimal(text.replace(",", "."))
