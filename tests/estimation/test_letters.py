"""Column letters and the comparisons they come from."""

from dataclasses import replace

import golden
import numpy as np
import pytest
from golden import EXACT, needs_golden
from more_r_values import r_values
from plain_engine import PlainEngine
from table_rows import counted

from peil.estimation.adjust_p import Adjustment
from peil.estimation.asked import Banner, Question
from peil.estimation.design import Design, Lonely, Replicates, Stage
from peil.estimation.differences import Differences, compare
from peil.estimation.frame import make_frame
from peil.estimation.letters import LetterRules, Letters, Within, give_letters, letter, letter_banners
from peil.estimation.pairwise import compare_columns, compare_columns_by_replicates

PLAIN = LetterRules(method=Adjustment.NONE)


def lettered(counts, rules: LetterRules = PLAIN) -> Letters:
    rows = counted(counts)
    (found,) = letter_banners([rows.moments], rows.frame, Lonely.FAIL, rules, ["row by by"])
    return found


@needs_golden
@pytest.mark.parametrize(
    ("name", "key", "row", "by"),
    [
        ("apistrat", "stratified_fpc", "mealgrp", "stype"),
        ("apiclus1", "cluster_fpc", "awards", "stype"),
        ("panel130", "main", "q1", "age"),
    ],
)
def test_columns_differ_as_in_r(name: str, key: str, row: str, by: str) -> None:
    design = golden.design(name, key)
    engine = golden.engine(name, design)
    question, banner = golden.question(name, row), golden.banner(name, by)
    question = replace(question, options=tuple(sorted(question.options)))
    ((_, _, moments),) = engine.tables([question], [banner])
    found = compare_columns(moments, engine.frame, Lonely.FAIL)
    above, below = np.triu_indices(len(banner.groups), k=1)
    wanted = r_values()["pairs"][name]
    assert found.difference[above, below].T.ravel() == pytest.approx(
        np.array(wanted["difference"]), rel=EXACT
    )
    assert found.se[above, below].T.ravel() == pytest.approx(np.array(wanted["se"]), rel=EXACT)
    assert found.difference == pytest.approx(-found.difference.transpose(1, 0, 2), nan_ok=True)


def test_the_letter_of_the_lower_column_stands_at_the_higher_one() -> None:
    found = lettered(((80, 20), (50, 50), (52, 48)))
    assert found.columns == ("A", "B", "C")
    assert found.marks == ((("B", "C"), (), ()), ((), ("A",), ("A",)))


def test_two_levels_are_two_cases() -> None:
    counts = ((62, 38), (50, 50), (20, 80))
    p = lettered(counts).adjusted[0, 1, 0]
    assert 0.05 < p < 0.1
    assert lettered(counts).marks[0] == (("C",), ("C",), ())
    both = LetterRules(level=0.05, weaker=0.1, method=Adjustment.NONE)
    assert lettered(counts, both).marks[0] == (("b", "C"), ("C",), ())


def test_small_columns_are_compared_with_none() -> None:
    found = lettered(((80, 20), (50, 50), (2, 27)))
    assert found.small.tolist() == [False, False, True]
    assert found.marks[0] == (("B",), (), ())
    assert np.isnan(found.adjusted[2]).all()
    assert found.family.size == 1
    assert lettered(((80, 20), (50, 50), (2, 28))).marks[0] == (("B", "C"), ("C",), ())


def test_pairs_count_once_in_their_family() -> None:
    counts = ((62, 20, 18), (50, 25, 25), (40, 40, 20))
    p = lettered(counts).adjusted
    row = lettered(counts, LetterRules(method=Adjustment.BONFERRONI))
    table = lettered(counts, LetterRules(method=Adjustment.BONFERRONI, within=Within.TABLE))
    assert (row.family.size, table.family.size) == (3, 9)
    assert row.adjusted == pytest.approx(np.minimum(3 * p, 1), nan_ok=True)
    assert table.adjusted == pytest.approx(np.minimum(9 * p, 1), nan_ok=True)
    assert table.family.name == "row by by"


def test_shares_without_sampling_error_get_no_letter() -> None:
    found = lettered(((40, 0), (40, 0), (0, 40)))
    assert found.marks == (((), (), ()), ((), (), ()))
    assert found.family.size == 0


def test_letters_run_on_over_banners_and_only_compare_within_one() -> None:
    first, second = counted(((80, 20), (50, 50))), counted(((20, 80), (50, 50)))
    found = letter_banners(
        [first.moments, second.moments], first.frame, Lonely.FAIL, PLAIN, ["q by age", "q by sex"]
    )
    assert [each.columns for each in found] == [("A", "B"), ("C", "D")]
    assert [each.marks[0] for each in found] == [(("B",), ()), ((), ("C",))]
    assert [each.family.name for each in found] == ["q by age", "q by sex"]


def test_what_columns_share_in_their_clusters_is_kept() -> None:
    """Each cluster answers alike in both columns: apart they look unsure, their difference is sure."""
    option = np.repeat(np.arange(40) % 2, 2)
    groups = ["a", "b"] * 40
    answers = ["yes" if each else "no" for each in option]
    answers[0] = "yes"
    design = Design(80, stages=(Stage(np.repeat(np.arange(40), 2)),))
    engine = PlainEngine({"by": groups, "row": answers}, design, make_frame(design))
    asked = [Question("row", ("yes", "no"), ("row",))], [Banner("by", ("a", "b"), "by")]
    ((_, _, moments),) = engine.tables(*asked)
    found = compare_columns(moments, engine.frame, Lonely.FAIL)
    assert found.se[0, 1, 0] == pytest.approx(0.025, rel=0.02)
    assert found.df[0, 1, 0] == 39


def test_columns_that_answer_alike_in_every_cluster_leave_no_error() -> None:
    for seed in range(10):
        chance = np.random.default_rng(seed)
        weights = np.repeat(chance.gamma(2, 1, 20), 2) * np.tile([1, 3.3], 20)
        answers = np.repeat(np.where(chance.random(20) < 0.4, "yes", "no"), 2).tolist()
        design = Design(40, weights, stages=(Stage(np.repeat(np.arange(20), 2)),))
        engine = PlainEngine({"by": ["a", "b"] * 20, "row": answers}, design, make_frame(design))
        asked = [Question("row", ("yes", "no"), ("row",))], [Banner("by", ("a", "b"), "by")]
        ((_, _, moments),) = engine.tables(*asked)
        found = compare_columns(moments, engine.frame, Lonely.FAIL)
        assert found.se[0, 1].tolist() == [0, 0]


def test_columns_from_replicates() -> None:
    """The delete-one jackknife of a simple sample has nearly the linearised error."""
    counts = ((30, 20), (18, 32))
    rows = counted(counts)
    weights = (1 - np.eye(100)) * 100 / 99
    replicates = Replicates(weights, 99 / 100, np.ones(100))
    design = replace(rows.design, replicates=replicates)
    engine = PlainEngine({"by": list(rows.groups), "row": list(rows.options)}, design, rows.frame)
    asked = [Question("row", rows.names[1], ("row",))], [Banner("by", rows.names[0], "by")]
    ((_, _, made),) = engine.replicates(*asked)
    found = compare_columns_by_replicates(rows.moments, made, replicates, 99.0)
    linearised = compare_columns(rows.moments, rows.frame, Lonely.FAIL)
    assert found.difference == pytest.approx(linearised.difference)
    assert found.se[0, 1] == pytest.approx(linearised.se[0, 1], rel=0.03)
    base = rows.moments.base.positive.sum(axis=0)
    assert give_letters(("A", "B"), base, found, PLAIN, "row by by").marks == ((("B",), ()), ((), ("A",)))


def test_a_difference_at_the_level_itself_counts() -> None:
    differences = compare(
        np.array([[[0.0], [0.1]], [[-0.1], [0.0]]]), np.full((2, 2, 1), 0.01), np.asarray(9.0)
    )
    p = float(differences.p[0, 1, 0])
    base = np.array([50, 50])
    assert give_letters(("A", "B"), base, differences, LetterRules(p, method=Adjustment.NONE), "").marks == (
        (("B",), ()),
    )
    assert isinstance(differences, Differences)


def test_columns_beyond_z() -> None:
    assert [letter(place) for place in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"),
    ]


@pytest.mark.parametrize(
    ("level", "weaker"), [(0.0, None), (1.0, None), (0.05, 0.05), (0.1, 0.05), (0.05, 1.0)]
)
def test_levels_that_make_no_sense(level: float, weaker: float | None) -> None:
    with pytest.raises(ValueError, match="levels"):
        LetterRules(level=level, weaker=weaker)
