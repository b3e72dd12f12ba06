"""Where fieldwork stands by the log of phases and the study's own days."""

import datetime as dt
from dataclasses import replace

import pytest

from peil.field.standing import Standing, standing
from peil.store.phase import Phase, PhaseEntry
from peil.study.about import About
from peil.study.text import Wording

FIRST, LAST = dt.date(2026, 3, 10), dt.date(2026, 3, 20)
ABOUT = About(Wording(""), ("en",), opens=FIRST, closes=LAST)
BEFORE, AFTER = FIRST - dt.timedelta(days=1), LAST + dt.timedelta(days=1)


def stands(phase: Phase, entered: dt.date, today: dt.date, about: About = ABOUT) -> Standing:
    return standing(PhaseEntry(phase, "version", entered, ""), about, today)


@pytest.mark.parametrize(
    ("today", "where"),
    [
        (BEFORE, Standing.NOT_YET),
        (FIRST, Standing.OPEN),
        (LAST, Standing.OPEN),
        (AFTER, Standing.CLOSED),
    ],
)
def test_the_studys_own_days_are_kept_to(today, where) -> None:
    assert stands(Phase.LIVE, BEFORE, today) is where


def test_who_goes_live_on_the_last_day_closes_after_it() -> None:
    assert stands(Phase.LIVE, LAST, LAST) is Standing.OPEN
    assert stands(Phase.LIVE, LAST, AFTER) is Standing.CLOSED


def test_who_goes_live_when_the_last_day_is_over_is_answered() -> None:
    assert stands(Phase.LIVE, AFTER, AFTER) is Standing.OPEN
    assert stands(Phase.LIVE, AFTER, AFTER + dt.timedelta(days=99)) is Standing.OPEN


@pytest.mark.parametrize("today", [BEFORE, FIRST, AFTER])
def test_a_pilot_has_no_days_and_closed_is_closed(today) -> None:
    assert stands(Phase.PILOT, BEFORE, today) is Standing.OPEN
    assert stands(Phase.CLOSED, BEFORE, today) is Standing.CLOSED


def test_without_days_live_is_open() -> None:
    assert stands(Phase.LIVE, BEFORE, AFTER, replace(ABOUT, opens=None, closes=None)) is Standing.OPEN
