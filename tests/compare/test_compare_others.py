"""Other studies beside a release: what is matched, summed, hidden, and what has an interval."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from other_studies import COUNTS, FIGURES, PLAN, POLL, release_usage, write_study
from peil.compare.compare_others import compare_others
from peil.compare.two_shares import Proportion, between_shares
from peil.disclose.compared import ComparedGroup, ComparedRow, Untested
from peil.disclose.release import Release, ReleasedCell, Status

DRAWN = PLAN.replace("[analysis]\n", '[analysis]\nsampling = "probability"\n')
DRAWN_POLL = POLL.replace('"unknown"', '"probability"')
ERRORS = {"never": 0.05, "often": 0.04, "sometimes": 0.04}
TOGETHER = ("daily", "weekly")


def group(release: Release, name: str = "", question: str = "use") -> ComparedGroup:
    groups = release.compared["poll"].questions[question].groups
    return next(one for one in groups if one.counterpart.theirs == name)


def row(release: Release, theirs: tuple[str, ...], name: str = "", question: str = "use") -> ComparedRow:
    found = group(release, name, question).row(theirs)
    assert found is not None
    return found


def test_options_are_matched_n_to_m_and_summed_on_both_sides(tmp_path: Path) -> None:
    release = release_usage(write_study(tmp_path))
    found = row(release, TOGETHER)
    assert (found.printed, found.decimals, found.ours) == (Decimal(50), 0, ("often", "sometimes"))
    assert (found.share, found.n) == (pytest.approx(85 / 130), 85)
    assert found.gap is not None
    assert float(found.gap.points) == pytest.approx(100 * 85 / 130 - 50)
    assert row(release, TOGETHER, "free").printed == Decimal(25)
    assert row(release, TOGETHER, "free").share == pytest.approx(66 / 100)


def test_the_most_precise_figure_of_several_is_held_against_ours(tmp_path: Path) -> None:
    found = row(release_usage(write_study(tmp_path)), ("never",))
    assert (found.printed, found.decimals) == (Decimal("29.3"), 1)


def test_what_is_hidden_stays_hidden(tmp_path: Path) -> None:
    release = release_usage(write_study(tmp_path))
    staff = group(release, "staff")
    assert staff.n is None
    assert [(one.share, one.n, one.gap) for one in staff.rows] == [(None, None, None)] * 2
    assert row(release, ("never",), "staff").printed == Decimal(12)


def test_a_sum_with_a_hidden_part_is_hidden(tmp_path: Path) -> None:
    study = write_study(tmp_path)
    released = release_usage(study)
    hidden = ReleasedCell("sometimes", None, None, Status.SUPPRESSED)
    tables = tuple(
        replace(one, cells=tuple(hidden if cell.option == "sometimes" else cell for cell in one.cells))
        for one in released.tables
    )
    found = compare_others(study, replace(released, tables=tables))["poll"].questions["use"].groups[0]
    together, never = found.rows
    assert (together.share, together.n, together.gap) == (None, None, None)
    assert together.printed == Decimal(50)
    assert never.share == pytest.approx(35 / 130)


def test_an_option_that_a_table_lacks_is_not_counted_as_nobody(tmp_path: Path) -> None:
    release = release_usage(write_study(tmp_path), {None: {"often": 39, "never": 91}})
    assert row(release, TOGETHER).share is None


def test_tables_that_no_text_asked_for_count_as_hidden(tmp_path: Path) -> None:
    release = release_usage(write_study(tmp_path), {None: COUNTS[None]})
    assert group(release, "free").n is None
    assert row(release, ("never",), "free").share is None


@pytest.mark.parametrize(
    ("plan", "poll", "reasons"),
    [
        (PLAN, POLL, {Untested.OURS_SELF_SELECTED, Untested.THEIRS_UNKNOWN}),
        (PLAN, DRAWN_POLL, {Untested.OURS_SELF_SELECTED}),
        (DRAWN, POLL, {Untested.THEIRS_UNKNOWN}),
        (
            DRAWN,
            POLL.replace('"unknown"', '"self_selected"'),
            {Untested.THEIRS_SELF_SELECTED},
        ),
    ],
)
def test_there_is_no_interval_unless_both_were_drawn(
    plan: str, poll: str, reasons: set[Untested], tmp_path: Path
) -> None:
    release = release_usage(write_study(tmp_path, plan=plan, poll=poll), se=ERRORS)
    found = row(release, ("never",))
    assert set(found.untested) == reasons
    assert found.gap is not None
    assert (found.gap.low, found.gap.high) == (None, None)
    assert not release.compared["poll"].questions["use"].tested


def test_a_model_makes_no_drawn_sample(tmp_path: Path) -> None:
    plan = PLAN + '\n[intervals]\nmodel = "as if drawn"\nassumptions = "who takes part is chance"\n'
    release = release_usage(write_study(tmp_path, plan=plan, poll=DRAWN_POLL), se=ERRORS)
    assert Untested.OURS_SELF_SELECTED in row(release, ("never",)).untested


def test_two_drawn_samples_have_an_interval_with_what_rounding_adds(tmp_path: Path) -> None:
    release = release_usage(write_study(tmp_path, plan=DRAWN, poll=DRAWN_POLL), se=ERRORS)
    found = row(release, ("never",))
    share = 35 / 130
    exact = between_shares(Proportion.of_sample(share, 130, 0.05), Proportion(0.293, 713))
    assert found.gap is not None
    assert found.untested == ()
    assert found.gap.low == pytest.approx(100 * exact[0] - 0.05)
    assert found.gap.high == pytest.approx(100 * exact[1] + 0.05)
    coarse = FIGURES.replace("use,never,,29.3,,713,1,report,p. 5,C005\n", "")
    study = write_study(tmp_path / "b", plan=DRAWN, poll=DRAWN_POLL, figures=coarse)
    whole = row(release_usage(study, se=ERRORS), ("never",)).gap
    exact = between_shares(Proportion.of_sample(share, 130, 0.05), Proportion(0.29, 713))
    assert whole is not None
    assert whole.low == pytest.approx(100 * exact[0] - 0.5)


def test_a_design_effect_of_theirs_widens_it(tmp_path: Path) -> None:
    wide = DRAWN_POLL.replace('sampling = "probability"', 'sampling = "probability"\ndesign_effect = 2')
    gaps = []
    for name, poll in (("a", DRAWN_POLL), ("b", wide)):
        study = write_study(tmp_path / name, plan=DRAWN, poll=poll)
        gap = row(release_usage(study, se=ERRORS), ("never",)).gap
        assert gap is not None
        assert gap.low is not None
        assert gap.high is not None
        gaps.append(gap.high - gap.low)
    assert gaps[1] > gaps[0]


def test_a_base_that_is_unknown_and_a_sum_of_ours_have_none(tmp_path: Path) -> None:
    release = release_usage(write_study(tmp_path, plan=DRAWN, poll=DRAWN_POLL), se=ERRORS)
    assert row(release, ("never",), "free").untested == (Untested.BASE_UNKNOWN,)
    assert row(release, TOGETHER).untested == (Untested.SUMMED,)
    for name, theirs in (("free", ("never",)), ("", TOGETHER)):
        gap = row(release, theirs, name).gap
        assert gap is not None
        assert gap.low is None


def test_a_net_of_ours_is_one_cell_and_has_one(tmp_path: Path) -> None:
    poll = DRAWN_POLL.replace('ours = ["often", "sometimes"]', 'ours = ["net:any"]')
    release = release_usage(write_study(tmp_path, plan=DRAWN, poll=poll), se={"net:any": 0.05})
    gap = row(release, TOGETHER).gap
    exact = between_shares(Proportion.of_sample(85 / 130, 130, 0.05), Proportion(0.5, 713))
    assert gap is not None
    assert gap.low == pytest.approx(100 * exact[0] - 1.0)  # two figures, half a point each


def test_similar_questions_have_no_difference_however_drawn(tmp_path: Path) -> None:
    release = release_usage(write_study(tmp_path, plan=DRAWN, poll=DRAWN_POLL), se=ERRORS)
    found = row(release, ("yes",), question="fear")
    assert (found.printed, found.share) == (Decimal(60), pytest.approx(0.3))
    assert found.gap is None
    assert Untested.SIMILAR in found.untested


def test_figures_without_a_counterpart_are_compared_with_nothing(tmp_path: Path) -> None:
    release = release_usage(write_study(tmp_path))
    assert set(release.compared["poll"].questions) == {"use", "fear"}
