"""Check two shares held against each other: comparisons, trends, differences and ratios."""

from decimal import Decimal

from peil.disclose.verdicts import Direction, compare
from peil.report import bound_problems as bound_rules
from peil.report import problems as rules
from peil.report.compose.amount import Amount, round_fraction
from peil.report.compose.check_share import outcome_of_points
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import say
from peil.report.template.binding import Comparison, Difference, Ratio, Trend
from peil.report.template.selection import Selection
from peil.report.template.words.directions import (
    read_direction,
    read_trend,
    spell_direction,
    spell_trend,
    turn_around,
)
from peil.report.template.words.parts import read_points
from peil.report.template.words.ratios import read_ratio, respell_ratio, spell_times

AMPLE = 6
"""Decimals of a ratio before it is rounded for print."""


def check_comparison(checker: Checker, printed: str, value: Comparison) -> Outcome:
    """Check which of two shares is the larger."""
    left, right = checker.amount(value.left), checker.amount(value.right)
    found = compare(left.share, right.share) if left and right else None
    if left is None or right is None or found is None:
        return HIDDEN
    origin = told_pair(checker, (value.left, left), (value.right, right))
    said = read_direction(printed, checker.language)
    words = spell_direction(found, checker.language, printed)
    return outcome_of_direction(checker, printed, (said, found, words), (origin, detail_of(left, right)))


def check_trend(checker: Checker, printed: str, value: Trend) -> Outcome:
    """Check which way a share went."""
    then, now = checker.amount(value.then), checker.amount(value.now)
    found = compare(now.share, then.share) if then and now else None
    if then is None or now is None or found is None:
        return HIDDEN
    origin = told_pair(checker, (value.now, now), (value.then, then))
    said = read_trend(printed, checker.language)
    words = spell_trend(found, checker.language, printed)
    detail = f"{then.printed('en')}, then {now.printed('en')}"
    return outcome_of_direction(checker, printed, (said, found, words), (origin, detail))


def outcome_of_direction(
    checker: Checker,
    printed: str,
    directions: tuple[Direction | None, Direction, str],
    told: tuple[str, str],
) -> Outcome:
    """Give the outcome of a direction: said, found, and the words for the one found.

    A word is mended by its opposite. "Even vaak" has none, and nor has what goes before or after it.
    """
    said, found, words = directions
    origin, detail = told
    if said is found:
        return Outcome(origin, None, words, detail)
    if said is None:
        mended = "" if printed.strip() else words
        return Outcome(origin, rules.UNREADABLE_WORDS, words, detail, mended)
    turned = "" if Direction.SAME in {said, found} else turn_around(printed, checker.language)
    return Outcome(origin, rules.UNTRUE_COMPARISON, words, detail, turned)


def check_difference(checker: Checker, printed: str, value: Difference) -> Outcome:
    """Check how many points two shares lie apart, rounded once from the exact shares."""
    left, right = checker.amount(value.left), checker.amount(value.right)
    if left is None or right is None:
        return HIDDEN
    said = read_points(printed)
    points = abs(round_fraction(left.exact - right.exact, said.decimals if said else 0))
    origin = told_pair(checker, (value.left, left), (value.right, right))
    return outcome_of_points(checker, printed, points, (origin, detail_of(left, right, 1)))


def check_ratio(checker: Checker, printed: str, value: Ratio) -> Outcome:
    """Check how many times one share another is."""
    left, right = checker.amount(value.left), checker.amount(value.right)
    if left is None or right is None:
        return HIDDEN
    if right.exact == 0:
        return Outcome("", bound_rules.NO_RATIO)
    exact = left.exact / right.exact
    said = read_ratio(printed, checker.language)
    ratio = round_fraction(exact, said.decimals if said else 1)
    computed = spell_times(round_fraction(exact, AMPLE), 1, checker.language)
    origin = told_pair(checker, (value.left, left), (value.right, right))
    detail = detail_of(left, right, 1)
    if said is None:
        return Outcome(origin, rules.UNREADABLE_WORDS, computed, detail, "" if printed.strip() else computed)
    if said.holds(ratio):
        return Outcome(origin, None, computed, detail)
    mended = respell_ratio(printed, Decimal(round_fraction(exact, AMPLE)), checker.language)
    return Outcome(origin, rules.CHANGED_NUMBER, computed, detail, mended)


def detail_of(left: Amount, right: Amount, decimals: int = 0) -> str:
    """Give both shares, for a problem's message."""
    return f"{left.printed('en', decimals)} against {right.printed('en', decimals)}"


def told_pair(checker: Checker, left: tuple[Selection, Amount], right: tuple[Selection, Amount]) -> str:
    """Say where two shares come from."""
    one, other = (
        f"{checker.labels.selection(selection)} ({amount.printed(checker.language)}, "
        f"{say(checker.language, 'n', n=amount.base)})"
        for selection, amount in (left, right)
    )
    return say(checker.language, "against", left=one, right=other)
