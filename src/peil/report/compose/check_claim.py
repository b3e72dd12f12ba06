"""Check claims and means: bounds that must be kept, and the means of numbers and scales."""

import re
from decimal import Decimal
from fractions import Fraction

from peil.core.percent import round_half_up, spell_number
from peil.report import problems as rules
from peil.report.compose.amount import Amount, round_fraction
from peil.report.compose.check_pair import detail_of, told_pair
from peil.report.compose.check_share import counted
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import say, spell_count
from peil.report.template.binding import Average, Claim, Measure
from peil.report.template.selection import Selection
from peil.study.expr.tree import Order

MEAN = re.compile(r"[-\u2212]?\d+(?:([.,])(\d+))?")
STEADY = 9
"""Decimals of a mean that the order of summing doesn't touch."""


def keeps(claim: Claim, exact: Fraction) -> bool:
    """Say whether a value keeps a claim's bound; ``=`` compares it as rounded to the bound's decimals."""
    bound = claim.bound
    rounded = round_fraction(exact, max(0, -int(bound.as_tuple().exponent)))
    return {
        Order.MORE: exact > bound,
        Order.AT_LEAST: exact >= bound,
        Order.LESS: exact < bound,
        Order.AT_MOST: exact <= bound,
        Order.EQUAL: rounded == bound,
    }[claim.order]


def check_claim(checker: Checker, value: Claim) -> Outcome:
    """Check that a value keeps its bound; the words are the author's own."""
    if value.against is not None:
        return check_apart(checker, value, value.against)
    match value.measure:
        case Measure.BASE:
            return check_size(checker, value)
        case Measure.MEAN:
            return check_mean_claim(checker, value)
    amount = checker.amount(value.of)
    if amount is None:
        return HIDDEN
    origin = checker.told(value.of, amount)
    if value.measure is Measure.COUNT:
        computed = spell_count(amount.count, checker.language)
        return outcome_of_claim(value, Fraction(amount.count), computed, (origin, ""))
    computed = amount.printed(checker.language, 1)
    return outcome_of_claim(value, exact_share(amount, value), computed, (origin, counted(amount)))


def exact_share(amount: Amount, claim: Claim) -> Fraction:
    """Give the percentage that a claim is about: one of ``=`` is rounded as it is printed."""
    if claim.order is Order.EQUAL:
        return Fraction(amount.percent(max(0, -int(claim.bound.as_tuple().exponent))))
    return amount.exact


def check_apart(checker: Checker, value: Claim, against: Selection) -> Outcome:
    """Check how many points one share lies above another."""
    left, right = checker.amount(value.of), checker.amount(against)
    if left is None or right is None:
        return HIDDEN
    exact = left.exact - right.exact
    points = spell_number(round_fraction(exact, 1), checker.language)
    origin = told_pair(checker, (value.of, left), (against, right))
    computed = say(checker.language, "points", points=points)
    return outcome_of_claim(value, exact, computed, (origin, detail_of(left, right, 1)))


def check_size(checker: Checker, value: Claim) -> Outcome:
    """Check a claim about a base."""
    table = checker.table(value.of)
    if table is None or table.n is None:
        return HIDDEN
    origin = checker.origin(value.of, say(checker.language, "n", n=table.n))
    return outcome_of_claim(value, Fraction(table.n), spell_count(table.n, checker.language), (origin, ""))


def check_mean_claim(checker: Checker, value: Claim) -> Outcome:
    """Check a claim about a mean."""
    mean = find_mean(checker, value.of)
    if mean is None:
        return HIDDEN
    computed = spell_number(round_half_up(mean, 2), checker.language)
    return outcome_of_claim(value, Fraction(mean), computed, (told_mean(checker, value.of, mean), ""))


def outcome_of_claim(claim: Claim, exact: Fraction, computed: str, told: tuple[str, str]) -> Outcome:
    """Give the outcome of a claim; ``told`` are origin and how the value was found."""
    origin, found = told
    unit = "%" if claim.measure is Measure.SHARE and claim.against is None else ""
    said = f"{claim.order} {claim.bound}{unit} was claimed"
    detail = f"{found}, and {said}" if found else said
    return Outcome(origin, None if keeps(claim, exact) else rules.UNTRUE_CLAIM, computed, detail)


def check_average(checker: Checker, printed: str, value: Average) -> Outcome:
    """Check a mean: as many decimals as are printed."""
    mean = find_mean(checker, value.of)
    if mean is None:
        return HIDDEN
    text = printed.strip()
    said = MEAN.fullmatch(text)
    decimals = len(said[2] or "") if said else 1
    rounded = round_half_up(mean, decimals)
    computed = spell_number(rounded, checker.language)
    origin = told_mean(checker, value.of, mean)
    if said is None:
        return Outcome(origin, rules.UNREADABLE_WORDS, computed, "", "" if text else computed)
    if Decimal(text.replace(",", ".").replace("\u2212", "-")) == rounded:
        return Outcome(origin, None, computed)
    return Outcome(origin, rules.CHANGED_NUMBER, computed, "", computed)


def find_mean(checker: Checker, selection: Selection) -> Decimal | None:
    """Give a mean, None where it is hidden or nobody gave a value."""
    table = checker.table(selection)
    if table is None or table.mean is None or any(cell.share is None for cell in table.cells):
        return None
    return Decimal(repr(round(table.mean, STEADY)))


def told_mean(checker: Checker, selection: Selection, mean: Decimal) -> str:
    """Say where a mean comes from."""
    table = checker.table(selection)
    size = say(checker.language, "n", n=table.n if table else "")
    told = say(checker.language, "mean", mean=spell_number(round_half_up(mean, 2), checker.language))
    return checker.origin(selection, told, size)
