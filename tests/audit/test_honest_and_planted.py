"""The audit without data: silent on honest reports, and finding planted slips.

A smaller run of what ``bench/audit.py`` measures.
"""

from itertools import islice

import pytest
from honest_reports import half_up, write_report
from planted_slips import PLANTERS, slips

from peil.audit.audit import audit
from peil.audit.finding import Grade
from peil.audit.findings import find_all

HONEST, SLIPS = 300, 20


@pytest.mark.slow
def test_nothing_is_certain_of_honest_reports_and_nothing_likely_of_those_that_round_half_up() -> None:
    certain, likely, claims = [], [], 0
    for number in range(HONEST):
        report = write_report(number)
        claims += len(report.claims)
        for finding in find_all(report.claims, report.answers.study):
            if finding.grade is Grade.CERTAIN:
                certain.append((number, finding.message))
            elif finding.grade is Grade.LIKELY and report.rounding is half_up:
                likely.append((number, finding.message))
    assert (certain, likely) == ([], [])
    assert claims > 100 * HONEST


@pytest.mark.slow
@pytest.mark.parametrize("kind", PLANTERS)
def test_slips_of_each_kind_are_found_and_nothing_else_is(kind: str) -> None:
    named, elsewhere = 0, []
    for report, slip in islice(slips(kind, 5_000), SLIPS):
        found = [
            one for one in find_all(slip.claims, report.answers.study) if one.grade is not Grade.EXPLAINED
        ]
        named += any(one.code in slip.codes and slip.touched & {*one.claims} for one in found)
        elsewhere += [
            one.message for one in found if one.grade is Grade.CERTAIN and not slip.touched & {*one.claims}
        ]
    assert named >= 0.9 * SLIPS
    assert elsewhere == []


def test_the_same_claims_give_the_same_findings_in_the_same_words() -> None:
    first, second = (
        audit(report.answers.study, report.claims, None).data for report in (write_report(7), write_report(7))
    )
    assert first == second
