"""What figures say together holds of the answers they were made from, whatever the report prints."""

from dataclasses import replace
from fractions import Fraction

import pytest
from honest_reports import Report, write_report

from peil.audit.bounds import Bounds
from peil.audit.claim import BaseIs, CountIs, Filter, Selection, ShareIs
from peil.audit.group import filters_of, group_of
from peil.audit.ledger import gather
from peil.audit.rounding import GRAIN, Way, find_way, rounded
from peil.core.percent import percent

pytestmark = pytest.mark.slow


def selections(report: Report) -> list[Selection]:
    """Everybody printed figures are about, and who they could be about."""
    found = [one.check.selection for one in report.claims if isinstance(one.check, ShareIs | BaseIs)]
    regions = report.answers.study.codebook.items["region"].option_ids
    wider = [replace(one, filters=(Filter("region", (name,)),)) for one in found[:20] for name in regions]
    return [*found, *wider, *(replace(one, filters=()) for one in wider)]


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_the_truth_lies_within_the_bounds(first: int) -> None:
    for number in range(first, first + 20):
        report = write_report(number)
        answers = report.answers
        bounds = Bounds(gather(report.claims, answers.study))
        same = bounds.ledger.same
        for one in selections(report):
            group = group_of(one, same)
            size = bounds.base(group).range
            assert size.low <= answers.base(one) <= size.high, (number, one)
            within = bounds.count(filters_of(one.filters, same)).range
            assert within.low <= answers.passing(one.filters).bit_count() <= within.high, (number, one)
            if not answers.base(one):
                continue
            for option in answers.options(one):
                share = bounds.share(group, frozenset({option})).range
                truth = answers.share(replace(one, options=(option,))) * GRAIN
                assert share.low <= truth <= share.high, (number, one, option)


def test_bounds_are_no_wider_than_counts_that_are_printed() -> None:
    report = write_report(3)
    bounds = Bounds(gather(report.claims, report.answers.study))
    for claim in report.claims:
        if isinstance(claim.check, CountIs):
            found = bounds.count(filters_of(claim.check.filters, bounds.ledger.same)).range
            assert (found.low, found.high) == (claim.check.n, claim.check.n)


def test_every_count_prints_as_half_up_and_every_way_is_told_from_the_others() -> None:
    for base in range(1, 60):
        half_up = {percent(count, base) for count in range(base + 1)}
        for value in range(101):
            way = find_way(rounded(percent(value, 100), 0), base)
            assert (way is Way.HALF_UP) == (value in half_up)
            nearest = min(abs(Fraction(100 * count, base) - value) for count in range(base + 1))
            assert (way in {Way.NONE, Way.CUT_OFF}) == (nearest > Fraction(55, 100))
            if way in {Way.HALF_EVEN, Way.HALF_DOWN}:
                assert nearest == Fraction(1, 2)
                assert (value % 2 == 0) == (way is Way.HALF_EVEN)
