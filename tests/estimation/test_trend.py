"""Differences and lines over waves, and what is refused."""

from dataclasses import replace

import golden
import numpy as np
import pytest
from golden import EXACT, needs_golden
from more_r_values import r_values
from plain_engine import PlainEngine
from scipy.stats import t as student
from table_rows import counted

from peil.estimation import tested, trend
from peil.estimation.adjust_p import Adjustment, Family
from peil.estimation.asked import Banner, Question
from peil.estimation.design import Design, Lonely, Stage
from peil.estimation.frame import Frame, make_frame
from peil.estimation.lonely import LonelyUnit
from peil.estimation.moments import Moments
from peil.estimation.shares import estimate_shares
from peil.estimation.trend import Reading
from peil.estimation.wave import RowsNotLinked, SharedUnits, Wave

READING = Reading("q over waves")


def wave(name: str, at: float, counts, units=None) -> Wave:
    rows = counted(counts)
    return Wave(name, at, rows.moments, rows.frame, units)


def panel(answers: dict[str, list[str | None]], weights=None, growth=1.0) -> tuple[Moments, Frame]:
    """A panel's rows: of each wave what each respondent answered, None for who wasn't in it.

    Weights are those of the respondents; they grow from wave to wave.
    """
    rows = [
        (name, person, answer)
        for name, given in answers.items()
        for person, answer in enumerate(given)
        if answer is not None
    ]
    people = np.array([person for _, person, _ in rows])
    times = np.array([growth ** list(answers).index(name) for name, _, _ in rows])
    given = times if weights is None else weights[people] * times
    design = Design(len(rows), given, stages=(Stage(people),))
    columns = {"wave": [name for name, _, _ in rows], "q": [answer for _, _, answer in rows]}
    engine = PlainEngine(columns, design, make_frame(design))
    asked = [Question("q", ("yes", "no"), ("q",))], [Banner("wave", tuple(answers), "wave")]
    ((_, _, moments),) = engine.tables(*asked)
    return moments, engine.frame


def test_independent_waves_by_welch() -> None:
    first, second = wave("2024", 2024, ((30, 70),)), wave("2026", 2026, ((90, 110),))
    found = trend.compare_waves(first, second, READING)
    one, two = 0.3 * 0.7 / 99, 0.45 * 0.55 / 199
    df = (one + two) ** 2 / (one**2 / 99 + two**2 / 199)
    t = 0.15 / np.sqrt(one + two)
    assert found.change.difference[0] == pytest.approx([0.15, -0.15])
    assert found.change.se[0] == pytest.approx(np.sqrt([one + two] * 2))
    assert found.change.df[0, 0] == pytest.approx(df)
    assert found.change.t[0, 0] == pytest.approx(t)
    assert found.change.p[0, 0] == pytest.approx(2 * student.sf(t, df))
    reach = student.ppf(0.975, df) * np.sqrt(one + two)
    assert (found.change.low[0, 0], found.change.high[0, 0]) == pytest.approx((0.15 - reach, 0.15 + reach))
    assert found.name == "Difference of two independent waves, t (Welch-Satterthwaite)"
    assert found.family == Family("q over waves", Adjustment.HOLM, 2)
    assert found.adjusted[0] == pytest.approx(np.minimum(2 * found.change.p[0], 1))
    assert found.waves == ("2024", "2026")


def test_a_line_through_two_waves_is_their_difference_a_year() -> None:
    first, second = wave("2024", 2024, ((30, 70),)), wave("2026", 2026, ((90, 110),))
    line, step = trend.fit_waves([second, first], READING), trend.compare_waves(first, second, READING)
    assert line.change.difference == pytest.approx(step.change.difference / 2)
    assert line.change.t == pytest.approx(step.change.t)
    assert line.change.df == pytest.approx(step.change.df)


def test_a_line_through_shares_on_a_line() -> None:
    waves = [wave(str(at), at, ((20 + 5 * at, 80 - 5 * at),)) for at in (0, 1, 4)]
    found = trend.fit_waves(waves, replace(READING, level=0.9))
    assert found.change.difference[0] == pytest.approx([0.05, -0.05])
    shares = [estimate_shares(each.moments, each.frame) for each in waves]
    parts = np.array([-5 / 3, -2 / 3, 7 / 3]) / (26 / 3)
    variance = sum(part**2 * each.se[0, 0] ** 2 for part, each in zip(parts, shares, strict=True))
    assert found.change.se[0, 0] == pytest.approx(np.sqrt(variance))
    wide = trend.fit_waves(waves, READING).change
    assert found.change.low[0, 0] > wide.low[0, 0]


def test_waves_with_somebody_in_common_are_refused() -> None:
    first = wave("2024", 2024, ((30, 70),), ["anna", "bob"])
    second = wave("2025", 2025, ((90, 110),), ["carl"])
    third = wave("2026", 2026, ((90, 110),), ["dora", "bob", "anna"])
    assert trend.compare_waves(first, second, READING).change.p[0, 0] > 0
    for ask in (
        lambda: trend.compare_waves(first, third, READING),
        lambda: trend.fit_waves([first, second, third], READING),
    ):
        with pytest.raises(SharedUnits) as refused:
            ask()
        assert (refused.value.waves, refused.value.count) == (("2024", "2026"), 2)


def test_linked_waves_need_units_that_hold_a_respondents_rows() -> None:
    rows = counted(((30, 70), (40, 60)))
    for ask in (
        lambda: trend.compare_linked(rows.moments, rows.frame, ("1", "2"), (0, 1), READING),
        lambda: trend.fit_linked(rows.moments, rows.frame, ("1", "2"), (1, 2), READING),
    ):
        with pytest.raises(RowsNotLinked):
            ask()


def test_a_panel_by_its_respondents_own_changes() -> None:
    """With everybody in both waves the difference is the mean of a respondent's own change."""
    chance = np.random.default_rng(5)
    before = chance.random(60) < 0.4
    after = np.where(chance.random(60) < 0.25, ~before, before)
    told = {"1": np.where(before, "yes", "no").tolist(), "2": np.where(after, "yes", "no").tolist()}
    moments, frame = panel(told)
    found = trend.compare_linked(moments, frame, ("1", "2"), (0, 1), READING)
    change = after.astype(float) - before
    assert found.change.difference[0, 0] == pytest.approx(change.mean())
    assert found.change.se[0, 0] == pytest.approx(change.std(ddof=1) / np.sqrt(60))
    assert found.change.df[0, 0] == 59
    backwards = trend.compare_linked(moments, frame, ("1", "2"), (1, 0), READING)
    assert backwards.change.t == pytest.approx(-found.change.t)
    assert found.name == "Difference of two linked waves, t"


def test_a_panel_in_which_some_are_replaced() -> None:
    before = ["yes", "no"] * 30 + [None] * 20
    after = [None] * 20 + ["yes", "no"] * 20 + ["yes"] * 20
    moments, frame = panel({"1": before, "2": after})
    found = trend.compare_linked(moments, frame, ("1", "2"), (0, 1), READING)
    first = np.array([answer is not None for answer in before])
    second = np.array([answer is not None for answer in after])
    one = np.array([answer == "yes" for answer in before], float)
    two = np.array([answer == "yes" for answer in after], float)
    line = second * (two - two.sum() / 60) / 60 - first * (one - one.sum() / 60) / 60
    assert found.change.se[0, 0] == pytest.approx(np.sqrt(80 / 79 * (line**2).sum()))
    apart = trend.compare_waves(wave("1", 1, ((30, 30),)), wave("2", 2, ((40, 20),)), READING)
    assert found.change.se[0, 0] < 0.8 * apart.change.se[0, 0]


def test_a_panel_that_never_changes_its_mind_has_no_error_to_test() -> None:
    for seed in range(10):
        chance = np.random.default_rng(seed)
        told = np.where(chance.random(30) < 0.4, "yes", "no").tolist()
        moments, frame = panel({"1": told, "2": told}, chance.gamma(2, 1, 30), 3.3)
        found = trend.compare_linked(moments, frame, ("1", "2"), (0, 1), READING)
        assert found.change.difference[0] == pytest.approx(np.zeros(2), abs=1e-15)
        assert found.change.se[0].tolist() == [0, 0]
        assert found.change.reason_at(0, 0) is tested.Untestable.NO_SPREAD
        assert found.family.size == 0


@needs_golden
def test_a_line_over_linked_waves_as_in_r() -> None:
    engine = golden.engine("apiclus1", golden.design("apiclus1", "cluster_fpc"))
    asked = [golden.question("apiclus1", "awards")], [golden.banner("apiclus1", "stype")]
    ((_, _, moments),) = engine.tables(*asked)
    found = trend.fit_linked(moments, engine.frame, ("E", "H", "M"), (0, 1, 3), READING)
    slope, se = r_values()["line"]
    assert found.change.difference[0, 0] == pytest.approx(slope, rel=EXACT)
    assert found.change.se[0, 0] == pytest.approx(se, rel=EXACT)
    assert found.waves == ("E", "H", "M")


def test_a_wave_without_answers_has_no_difference() -> None:
    empty = counted(((0, 0), (20, 30)))
    first = Wave("1", 1, empty.moments, empty.frame)
    found = trend.compare_waves(first, wave("2", 2, ((20, 10), (25, 25))), READING)
    assert np.isnan(found.change.difference[0]).all()
    assert np.isnan(found.change.low[0]).all()
    assert found.change.reason_at(0, 0) is tested.Untestable.NOBODY
    assert found.change.p[1, 0] > 0
    both = counted(((20, 10), (0, 0)), Design(30, stages=(Stage(np.arange(30)),)))
    linked = trend.compare_linked(both.moments, both.frame, ("1", "2"), (0, 1), READING)
    assert np.isnan(linked.change.p).all()


def test_one_time_is_no_trend() -> None:
    with pytest.raises(ValueError, match="two different times"):
        trend.fit_waves([wave("1", 3, ((20, 10),)), wave("2", 3, ((20, 10),))], READING)
    with pytest.raises(ValueError, match="two different times"):
        trend.fit_waves([], READING)


def test_single_units_do_as_the_reading_says() -> None:
    rows = counted(((20, 10),), Design(30, strata=np.array([0] * 29 + [1])))
    lonely = Wave("1", 1, rows.moments, rows.frame)
    with pytest.raises(LonelyUnit):
        trend.compare_waves(lonely, wave("2", 2, ((20, 10),)), READING)
    found = trend.compare_waves(lonely, wave("2", 2, ((20, 10),)), replace(READING, lonely=Lonely.REMOVE))
    assert found.change.p[0, 0] > 0
