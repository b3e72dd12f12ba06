"""Trends over waves: each wave's own release, differences and their tests, by formula and by property."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import stats

from peil import line, reportline
from peil.compare.follow_waves import follow_waves
from peil.compare.published_wave import PublishedWave
from peil.compare.wave_tests import freedom_of
from peil.disclose.registry import write_release
from peil.disclose.release import Release, ReleasedCell, Status
from peil.disclose.trend import Trend, Unfollowed, Untested
from peil.study.changes.wave_break import BreakKind
from peil.wavesline import publish_waves
from wave_studies import (
    DRAWN,
    ENGLISH,
    QUESTIONNAIRE,
    SELF_SELECTED,
    WAVES,
    WaveFolder,
    write_wave,
    write_waves,
)

THREE = """\
[wave.2022]
folder = "../w2022"

[wave.2024]
folder = "../w2024"

[wave.2026]
this = true

[harmonise.usage]
"""
OTHER_WORDS = "Hoe dikwijls gebruikt u AI?"
REWORDED = WaveFolder(
    questionnaire=QUESTIONNAIRE.replace("Hoe vaak gebruikt u AI?", OTHER_WORDS),
    english=ENGLISH.replace("Hoe vaak gebruikt u AI?", OTHER_WORDS),
)
ACCEPTED = '\n[harmonise.usage.wave.2024]\naccept = { nl = "om het even.", en = "all the same." }\n'
STRICT = f"{DRAWN}\n[disclosure]\nminimum_base = 125\n"


def released(folder: Path) -> Release:
    return reportline.compose_publication(line.read_sound_study(folder), None).release


def followed(folder: Path, name: str = "usage") -> Trend:
    return released(folder).trends[name]


@pytest.mark.slow
def test_each_wave_is_shown_as_it_released_itself(tmp_path: Path) -> None:
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40))))
    assert [(wave.id, wave.n) for wave in trend.waves] == [("2024", 120), ("2026", 130)]
    assert trend.cell("2024", "often").count == 40
    assert trend.cell("2026", "often").share == 60 / 130
    assert trend.pairs["2024", "2026"].breaks == ()
    assert trend.changes["2026", "often"].difference == pytest.approx(60 / 130 - 40 / 120)


@pytest.mark.slow
def test_the_interval_and_p_of_a_difference_are_those_of_the_formula(tmp_path: Path) -> None:
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40))))
    p = []
    for shown in trend.shown:
        change = trend.changes["2026", shown]
        one, other = trend.cell("2024", shown), trend.cell("2026", shown)
        parts = one.se**2, other.se**2
        se = math.sqrt(sum(parts))
        df = sum(parts) ** 2 / sum(part**2 / 11 for part in parts)  # twelve schools in one stratum
        reach = stats.t.ppf(0.975, df) * se
        assert change.df == pytest.approx(df, rel=1e-6)
        assert (change.low, change.high) == pytest.approx(
            (change.difference - reach, change.difference + reach)
        )
        assert change.p == pytest.approx(2 * stats.t.sf(abs(change.difference) / se, df), rel=1e-6)
        p.append(change.p)
    steps = [0.0]
    for rank, each in enumerate(sorted(p)):
        steps.append(min(1.0, max(steps[-1], each * (len(p) - rank))))
    assert sorted(trend.changes["2026", one].adjusted for one in trend.shown) == pytest.approx(steps[1:])
    assert trend.family == 3


@pytest.mark.slow
@pytest.mark.parametrize("df", [1, 2, 11, 37, 400, 12_345])
def test_degrees_of_freedom_are_found_again_from_an_interval(df: int) -> None:
    assert freedom_of(float(stats.t.ppf(0.975, df))) == pytest.approx(df, rel=1e-4)


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    counts=st.lists(st.integers(12, 60), min_size=3, max_size=3), plan=st.sampled_from([DRAWN, SELF_SELECTED])
)
def test_a_wave_beside_itself_has_no_break_and_no_change(
    counts: list[int], plan: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    wave, drawn = WaveFolder(counts, plan=plan), plan == DRAWN
    trend = followed(write_waves(tmp_path_factory.mktemp("same"), wave, wave))
    assert all(pair.breaks == () for pair in trend.pairs.values())
    assert {change.difference for change in trend.changes.values()} == {0.0}
    for change in trend.changes.values():
        assert change.adjusted == (None if change.untested else 1.0)
        assert change.untested in ({None, Untested.NO_ERROR} if drawn else {Untested.SELF_SELECTED})


@pytest.mark.parametrize("which", ["this", "earlier"])
def test_a_wave_of_volunteers_is_never_tested(which: str, tmp_path: Path) -> None:
    volunteers = WaveFolder((60, 30, 40), plan=SELF_SELECTED)
    waves = {"this": WaveFolder((60, 30, 40)), "earlier": WaveFolder(), which: volunteers}
    trend = followed(write_waves(tmp_path, waves["this"], waves["earlier"]))
    assert trend.changes
    for change in trend.changes.values():
        assert change.untested is Untested.SELF_SELECTED
        assert (change.p, change.adjusted, change.low, change.high, change.df) == (None,) * 5
    assert trend.family == 0


def test_a_model_for_intervals_makes_no_test(tmp_path: Path) -> None:
    plan = f'{SELF_SELECTED}\n[intervals]\nmodel = "a"\nassumptions = "b"\n'
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40), plan=plan)))
    assert trend.cell("2026", "often").se is not None
    assert {change.untested for change in trend.changes.values()} == {Untested.SELF_SELECTED}


def test_samples_that_overlap_are_not_tested(tmp_path: Path) -> None:
    waves = WAVES.replace('"../w2024"', '"../w2024"\noverlap = true')
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40)), waves=waves))
    assert {change.untested for change in trend.changes.values()} == {Untested.OVERLAP}
    assert {change.p for change in trend.changes.values()} == {None}


def test_other_words_are_a_break_and_nothing_is_compared_across_it(tmp_path: Path) -> None:
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40)), REWORDED))
    pair = trend.pairs["2024", "2026"]
    assert [one.kind for one in pair.breaks] == [BreakKind.WORDING]
    assert not pair.comparable
    assert trend.changes == {}
    assert trend.cell("2024", "often").count == 40


def test_a_break_that_was_judged_is_told_and_compared(tmp_path: Path) -> None:
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40)), REWORDED, WAVES + ACCEPTED))
    pair = trend.pairs["2024", "2026"]
    assert [one.kind for one in pair.breaks] == [BreakKind.WORDING]
    assert pair.comparable
    assert pair.accepted == ({"nl": "om het even.", "en": "all the same."},)
    assert trend.changes["2026", "often"].p is not None


def test_after_a_break_a_wave_is_compared_with_the_one_before_it(tmp_path: Path) -> None:
    write_wave(tmp_path / "w2022", WaveFolder((30, 40, 50)))
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40)), REWORDED, THREE))
    comparable = {name for name, pair in trend.pairs.items() if pair.comparable}
    assert comparable == {("2022", "2026")}
    assert {change.since for change in trend.changes.values()} == {"2022"}
    accepted = THREE + ACCEPTED
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40)), REWORDED, accepted))
    assert all(pair.comparable for pair in trend.pairs.values())
    assert {(wave, change.since) for (wave, _), change in trend.changes.items()} == {
        ("2024", "2022"),
        ("2026", "2024"),
    }


def test_the_family_of_a_trend_is_all_its_changes(tmp_path: Path) -> None:
    write_wave(tmp_path / "w2022", WaveFolder((30, 40, 50)))
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40)), waves=THREE))
    assert trend.family == len(trend.changes) == 6


def test_a_wave_that_did_not_ask_is_passed_over(tmp_path: Path) -> None:
    write_wave(tmp_path / "w2022", WaveFolder((30, 40, 50)))
    waves = f'{THREE}\n[harmonise.usage.wave.2024]\nmissing = {{ nl = "nee", en = "no" }}\n'
    trend = followed(write_waves(tmp_path, WaveFolder((60, 30, 40)), waves=waves))
    assert trend.wave("2024").unfollowed is Unfollowed.NOT_ASKED
    assert {change.since for change in trend.changes.values()} == {"2022"}


def test_options_that_are_added_up_have_no_test_and_a_net_has(tmp_path: Path) -> None:
    nets = '\n[nets.usage]\nany = { title = "wel", options = ["often", "rarely"] }\n'
    waves = f'{WAVES}show = ["net:any"]\n\n[harmonise.usage.wave.2024]\noptions = {{ "net:any" = %s }}\n'
    own = WaveFolder((60, 30, 40), plan=DRAWN + nets)
    summed = write_waves(tmp_path, own, WaveFolder(), waves % '["often", "rarely"]')
    change = followed(summed).changes["2026", "net:any"]
    assert (change.untested, change.difference) == (Untested.NO_ERROR, pytest.approx(90 / 130 - 70 / 120))
    netted = write_waves(tmp_path, own, WaveFolder(plan=DRAWN + nets), waves % '"net:any"')
    assert followed(netted).changes["2026", "net:any"].p is not None


def without(release: Release, option: str) -> Release:
    """Hide an answer of usage."""

    def hidden(cell: ReleasedCell) -> ReleasedCell:
        gone = {"n": None, "share": None, "se": None, "low": None, "high": None}
        return replace(cell, status=Status.SUPPRESSED, **gone) if cell.option == option else cell

    tables = (replace(one, cells=tuple(hidden(cell) for cell in one.cells)) for one in release.tables)
    return replace(release, tables=tuple(tables))


@pytest.mark.parametrize("which", ["2026", "2024"])
@pytest.mark.parametrize("option", ["often", "never"])
def test_what_either_wave_hides_has_no_difference(which: str, option: str, tmp_path: Path) -> None:
    study = line.read_sound_study(write_waves(tmp_path, WaveFolder((60, 30, 40))))
    there = line.read_sound_study(tmp_path / "w2024")
    own, other = (reportline.compose_publication(one, None, alone=True).release for one in (study, there))
    if which == "2026":
        own = without(own, option)
    else:
        other = without(other, option)
    trend = follow_waves(study, own, {"2024": PublishedWave(there, other)})["usage"]
    assert [wave.id for wave in trend.waves if option not in wave.cells] == [which]
    assert set(trend.changes) == {("2026", shown) for shown in trend.shown if shown != option}
    assert trend.family == 2


def test_the_registry_of_the_other_wave_is_read_as_for_its_own_report(tmp_path: Path) -> None:
    folder, there = write_waves(tmp_path, WaveFolder((60, 30, 40))), tmp_path / "w2024"
    before = reportline.compose_publication(line.read_sound_study(there), None, alone=True).release
    write_release(there, before, date="2024-06-01", interim=True, questionnaire="", fingerprint="other")
    waves = publish_waves(line.read_sound_study(folder), reportline.release_alone)
    own = reportline.compose_publication(line.read_sound_study(there), None).release
    assert [one.date for one in waves["2024"].release.earlier] == ["2024-06-01"]
    assert waves["2024"].release.tables == own.tables


@pytest.mark.parametrize(("which", "shown"), [("this", "2026"), ("earlier", "2026")])
def test_the_strictest_minimum_is_that_of_both(which: str, shown: str, tmp_path: Path) -> None:
    waves = {"this": WaveFolder((60, 30, 40)), "earlier": WaveFolder((40, 30, 50))}
    waves[which] = replace(waves[which], plan=STRICT)
    trend = followed(write_waves(tmp_path, waves["this"], waves["earlier"]))
    assert [wave.id for wave in trend.waves if wave.cells] == [shown]
    assert trend.wave("2024").unfollowed is Unfollowed.HIDDEN
    assert (trend.minimum, trend.changes) == (125, {})


def test_a_wave_whose_registry_is_broken_shows_nothing(tmp_path: Path) -> None:
    folder = write_waves(tmp_path, earlier=WaveFolder(files={"releases/001.json": "{}"}))
    wave = followed(folder).wave("2024")
    assert (wave.unfollowed, wave.cells) == (Unfollowed.UNREADABLE, {})


def test_a_draft_of_another_wave_shows_nothing(tmp_path: Path) -> None:
    draft = f'{DRAWN}\n[disclosure]\nprofile = "draft"\n'
    trend = followed(write_waves(tmp_path, WaveFolder(), WaveFolder(plan=draft)))
    assert (trend.wave("2024").unfollowed, trend.wave("2024").cells) == (Unfollowed.DRAFT, {})
    trend = followed(write_waves(tmp_path, WaveFolder(plan=draft), WaveFolder(plan=draft)))
    assert trend.wave("2024").unfollowed is None


def test_a_wave_without_data_says_so_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = write_waves(tmp_path)
    (tmp_path / "w2024/data/responses.csv").unlink()
    wave = followed(folder).wave("2024")
    assert wave.unfollowed is Unfollowed.UNREADABLE
    assert wave.reason == {"": "There is no CSV file with responses."}


def test_the_data_file_that_is_named_is_read(tmp_path: Path) -> None:
    waves = WAVES.replace('"../w2024"', '"../w2024"\ndata = "../old.csv"')
    folder = write_waves(tmp_path, waves=waves)
    (tmp_path / "w2024/data/responses.csv").rename(tmp_path / "old.csv")
    assert followed(folder).wave("2024").n == 120


def test_waves_that_name_each_other_do_not_go_round(tmp_path: Path) -> None:
    back = WAVES.replace("../w2024", "../w2026").replace("wave.2026", "wave.x").replace("wave.2024", "wave.y")
    earlier = WaveFolder(files={"compare/waves.toml": back})
    assert followed(write_waves(tmp_path, earlier=earlier)).wave("2024").n == 120
    assert followed(tmp_path / "w2024").wave("y").n == 120


def test_the_same_waves_give_the_same_trend(tmp_path: Path) -> None:
    folder = write_waves(tmp_path, WaveFolder((60, 30, 40)), REWORDED)
    assert followed(folder) == followed(folder)
