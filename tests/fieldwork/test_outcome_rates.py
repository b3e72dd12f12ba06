"""Outcome rates: golden values worked out by hand from the formulas of AAPOR's Standard Definitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.fieldwork.disposition import Disposition
from peil.fieldwork.open_rates import open_rates
from peil.fieldwork.rates import Tally, outcome_rates, tally

# 1000 persons: 400 complete, 50 partial, 80 refusals and break-offs, 20 non-contacts, 10 other, 340 of
# unknown eligibility, 100 known not to be eligible. Known to be eligible: 400 + 50 + 80 + 20 + 10 = 560, so
# e = 560 / 660 = 0.8485 and e U = 0.8485 * 340 = 288.4848.
COUNTS = Tally(i=400, p=50, r=80, nc=20, o=10, u=340, ineligible=100)
GOLDEN = {
    "RR1": 0.444444,  # 400 / 900
    "RR2": 0.5,  # 450 / 900
    "RR3": 0.471429,  # 400 / 848.4848
    "RR4": 0.530357,  # 450 / 848.4848
    "RR5": 0.714286,  # 400 / 560
    "RR6": 0.803571,  # 450 / 560
    "COOP1": 0.740741,  # 400 / (450 + 80 + 10)
    "COOP2": 0.833333,  # 450 / 540
    "COOP3": 0.754717,  # 400 / (450 + 80)
    "COOP4": 0.849057,  # 450 / 530
    "REF1": 0.088889,  # 80 / 900
    "REF2": 0.094286,  # 80 / 848.4848
    "REF3": 0.142857,  # 80 / 560
    "CON1": 0.6,  # 540 / 900
    "CON2": 0.636429,  # 540 / 848.4848
    "CON3": 0.964286,  # 540 / 560
}

counts = st.builds(
    Tally, **dict.fromkeys(("i", "p", "r", "nc", "o", "u", "ineligible"), st.integers(0, 10_000))
)


def values(of: Tally) -> dict[str, float | None]:
    return {rate.name: rate.value for rate in outcome_rates(of)}


def test_golden_values() -> None:
    assert values(COUNTS) == pytest.approx(GOLDEN, abs=5e-7)
    assert COUNTS.e == pytest.approx(0.848485, abs=5e-7)


def test_a_rate_is_made_of_its_own_numerator_and_denominator() -> None:
    told = {rate.name: (rate.numerator, rate.denominator) for rate in outcome_rates(COUNTS)}
    assert told["RR1"] == (400, 900)
    assert told["RR4"] == (450, pytest.approx(848.484848))
    assert told["CON3"] == (540, 560)


def test_every_rate_says_who_of_unknown_eligibility_counts() -> None:
    assumed = {rate.name: rate.assumption for rate in outcome_rates(COUNTS)}
    assert assumed["RR1"] == assumed["RR2"] != assumed["RR3"] == assumed["RR4"] != assumed["RR5"]
    assert "e = 0" in assumed["RR6"]
    assert "CASRO" in assumed["RR3"]


def test_nobody_gives_no_rate() -> None:
    assert set(values(Tally()).values()) == {None}


def test_dispositions_go_where_the_formulas_want_them() -> None:
    each = {code: 10**place for place, code in enumerate(Disposition)}
    told = tally(each)
    assert told.i == each[Disposition.COMPLETE]
    assert told.p == each[Disposition.PARTIAL]
    assert told.r == each[Disposition.REFUSAL] + each[Disposition.BREAK_OFF]
    assert told.nc == each[Disposition.NON_CONTACT]
    assert told.u == each[Disposition.NOTHING_RETURNED] + each[Disposition.UNDELIVERED]
    assert told.ineligible == each[Disposition.SCREENED_OUT] + each[Disposition.QUOTA_FULL]
    assert told.eligible + told.u + told.ineligible == sum(each.values())


@given(counts)
def test_rates_are_shares_and_in_order(of: Tally) -> None:
    found = values(of)
    assert all(value is None or 0 <= value <= 1 for value in found.values())
    for low, middle, high in (
        ("RR1", "RR3", "RR5"),
        ("RR2", "RR4", "RR6"),
        ("REF1", "REF2", "REF3"),
        ("CON1", "CON2", "CON3"),
    ):
        shown = [found[name] for name in (low, middle, high)]
        told = [value for value in shown if value is not None]
        assert told == sorted(told)
    for small, large in (("RR1", "RR2"), ("RR3", "RR4"), ("RR5", "RR6"), ("COOP1", "COOP3")):
        if found[small] is not None and found[large] is not None:
            assert found[small] <= found[large]


def test_open_rates_by_the_names_of_cherries() -> None:
    view, participation, completion = open_rates(60, 45)
    assert (view.name, view.value) == ("view rate", None)
    assert (participation.name, participation.value) == ("participation rate", None)
    assert "aren't counted" in participation.note
    assert (completion.name, completion.value) == ("completion rate", 0.75)


def test_visitors_that_were_counted_elsewhere_give_the_participation_rate() -> None:
    assert [rate.value for rate in open_rates(60, 45, 240)] == [None, 0.25, 0.75]
    assert [rate.value for rate in open_rates(0, 0, 0)] == [None, None, None]


def test_fewer_visitors_than_interviews_are_no_base_for_a_rate() -> None:
    participation = open_rates(60, 45, 59)[1]
    assert participation.value is None
    assert participation.note.startswith("Fewer visitors")
    assert open_rates(60, 45, 60)[1].value == 1
