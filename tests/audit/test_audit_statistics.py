from pathlib import Path
from typing import Any

import pytest
from claims_survey import audited

OFTEN = {"item": "usage", "options": ["often"]}
BOSS = {"where": {"work": ["boss"]}}
SPEED = {"item": "reasons", "options": ["speed"]}
BOTH_ROWS = {"items": ["ability.mail", "ability.team"], "options": ["worse"]}

CASES: dict[str, tuple[dict[str, Any], Any, Any, str]] = {
    "share": ({"statistic": "share", **OFTEN}, 50, 51, "50% (5 of 10, 50.00%)"),
    "share of a class": (
        {"statistic": "share", **OFTEN, "where": {"work2": ["staff"]}},
        60,
        50,
        "60% (3 of 5, 60.00%)",
    ),
    "share without missing": (
        {"statistic": "share", **OFTEN, "without_missing": True},
        56,
        50,
        "56% (5 of 9, 55.56%)",
    ),
    "share in one decimal": (
        {"statistic": "share", **OFTEN, "without": ["dk"], "decimals": 1},
        55.6,
        55.5,
        "55.6% (5 of 9, 55.56%)",
    ),
    "share of two options": (
        {"statistic": "share", "item": "usage", "options": ["often", "dk"]},
        60,
        50,
        "60% (6 of 10, 60.00%)",
    ),
    "share of a multi question: blank and not asked aside": (
        {"statistic": "share", **SPEED},
        57,
        50,
        "57% (4 of 7, 57.14%)",
    ),
    "share without an exclusive option": (
        {"statistic": "share", **SPEED, "without": ["none"]},
        67,
        57,
        "67% (4 of 6, 66.67%)",
    ),
    "share among those who ticked": (
        {"statistic": "share", **OFTEN, "where": {"reasons": ["cost"]}},
        67,
        50,
        "67% (2 of 3, 66.67%)",
    ),
    "count": ({"statistic": "count", "where": {"work": ["own"], "usage": ["often"]}}, 2, 3, "2"),
    "count of words": ({"statistic": "count", "where": {"work.other.text": ["student"]}}, 1, 0, "1"),
    "count of completes": ({"statistic": "count", "where": {"complete": ["yes"]}}, 8, 10, "8"),
    "count of the others": ({"statistic": "count", "where": {"complete": ["no"]}}, 2, 8, "2"),
    "base": ({"statistic": "base", "item": "reasons"}, 7, 8, "7"),
    "base without": ({"statistic": "base", "item": "reasons", "without": ["none"]}, 6, 7, "6"),
    "mode": ({"statistic": "mode", "item": "usage"}, ["often"], ["rarely"], "often (5 of 10)"),
    "mode with a tie": (
        {"statistic": "mode", "item": "usage", **BOSS},
        ["rarely", "often"],
        ["often"],
        "often and rarely (1 of 2)",
    ),
    "mode with one left out": (
        {"statistic": "mode", "item": "usage", "without": ["often"]},
        ["rarely"],
        ["dk"],
        "rarely (4 of 5)",
    ),
    "rank": ({"statistic": "rank", "item": "usage", "options": ["dk"]}, 3, 2, "3 (1 of 10)"),
    "rank in a tie": (
        {"statistic": "rank", "item": "usage", "options": ["rarely"], **BOSS},
        1,
        2,
        "1 (1 of 2)",
    ),
    "compare": (
        {"statistic": "compare", **OFTEN, "where": {"work": ["staff"]}, "against": BOSS},
        "more",
        "less",
        "67% (2 of 3, 66.67%) against 50% (1 of 2, 50.00%)",
    ),
    "compare with the whole": (
        {"statistic": "compare", **OFTEN, **BOSS, "against": {}},
        "same",
        "more",
        "50% (1 of 2, 50.00%) against 50% (5 of 10, 50.00%)",
    ),
    "compare with another option": (
        {"statistic": "compare", **OFTEN, "against": {"options": ["rarely"]}},
        "more",
        "same",
        "50% (5 of 10, 50.00%) against 40% (4 of 10, 40.00%)",
    ),
    "compare with a percentage": (
        {"statistic": "compare", **OFTEN, "against_percent": 50},
        "at_least",
        "more",
        "50% (5 of 10, 50.00%) against 50%",
    ),
    "compare from below": (
        {"statistic": "compare", **OFTEN, "against_percent": 50},
        "at_most",
        "less",
        "50% (5 of 10, 50.00%) against 50%",
    ),
    "ticks": ({"statistic": "at_most", "item": "reasons"}, 2, 1, "at most 2"),
    "top class": (
        {"statistic": "top_class", **OFTEN, "by": "work"},
        ["staff"],
        ["own"],
        "staff: 67% (2 of 3, 66.67%)",
    ),
    "only classes": (
        {"statistic": "only_classes", **OFTEN, "by": "work", "above": 49},
        ["own", "boss", "staff"],
        ["staff"],
        "own, boss, staff",
    ),
    "only classes above, not at": (
        {"statistic": "only_classes", **OFTEN, "by": "work", "above": 50},
        ["staff"],
        ["own", "boss", "staff"],
        "staff",
    ),
    "mean of shares": (
        {"statistic": "mean_share", **BOTH_ROWS, "decimals": 1},
        62.5,
        62.4,
        "62.5% (62.50% over 2 items)",
    ),
    "list below": (
        {
            "statistic": "list_below",
            **BOTH_ROWS,
            "groups": {"work": ["own", "boss", "staff"]},
            "below": 50,
            "minimum_base": 2,
        },
        [["ability.mail", "work", "boss"]],
        [],
        "ability.mail boss",
    ),
    "list below a higher line": (
        {
            "statistic": "list_below",
            **BOTH_ROWS,
            "groups": {"work": ["own", "boss", "staff"]},
            "below": 51,
            "minimum_base": 3,
        },
        [],
        [["ability.mail", "work", "boss"]],
        "none",
    ),
}


@pytest.mark.parametrize(("claim", "right", "wrong", "words"), CASES.values(), ids=CASES)
def test_a_right_figure_holds_and_a_wrong_one_differs(
    tmp_path: Path, claim: dict[str, Any], right: object, wrong: object, words: str
) -> None:
    found = audited(tmp_path, claim | {"printed": right}, claim | {"printed": wrong})
    assert [(one.verdict, one.computed) for one in found.judged] == [("holds", words), ("differs", words)]


@pytest.mark.parametrize(
    ("high", "part", "verdict"), [(75, 1, "holds"), (74, 0.5, "holds"), (74, 1, "differs")]
)
def test_mostly_within(tmp_path: Path, high: float, part: float, verdict: str) -> None:
    claim = {"statistic": "mostly_within", **BOTH_ROWS, "low": 50, "high": high, "part": part}
    (one,) = audited(tmp_path, claim).judged
    assert one.verdict == verdict
    assert one.claim.printed == f"50% to {high}%"


def test_shares_are_weighted_and_counts_are_not(tmp_path: Path) -> None:
    found = audited(
        tmp_path,
        {"statistic": "share", **OFTEN, "printed": 64},
        {"statistic": "count", "where": {"usage": ["often"]}, "printed": 5},
        {"statistic": "compare", **OFTEN, "printed": "more", "against_percent": 64},
        weighted=True,
    )
    assert [one.verdict for one in found.judged] == ["holds", "holds", "holds"]
    assert found.judged[0].computed == "64% (weighted, 5 of 10, 64.29%)"


@pytest.mark.parametrize(
    "claim",
    [
        {"statistic": "share", **SPEED, "printed": 0},
        {"statistic": "mode", "item": "reasons", "printed": ["speed"]},
        {"statistic": "rank", **SPEED, "printed": 1},
        {"statistic": "compare", **SPEED, "printed": "at_most", "against_percent": 10},
    ],
)
def test_a_figure_about_nobody_differs(tmp_path: Path, claim: dict[str, Any]) -> None:
    (one,) = audited(tmp_path, claim | {"where": {"work": ["other"]}}).judged
    assert (one.verdict, one.computed) == ("differs", "nobody in the base")


def test_a_claim_about_another_study_stays_unchecked(tmp_path: Path) -> None:
    found = audited(tmp_path, {"statistic": "other_study", "study": "buren2025", "printed": "26%"})
    assert found.data["claims"] == [{"id": "C1", "verdict": "unchecked", "printed": "26%", "computed": None}]
    assert found.basis == "Recomputed from the answers of 10 respondents."
