"""What the audit finds in modes, ranks, comparisons and sentences about classes."""

from pathlib import Path
from typing import Any

import pytest
from small_claims import OPINION, Claim, among, base, found, share, tried


def mode(*options: str) -> Claim:
    return {"statistic": "mode", "item": "opinion", "printed": list(options)}


def test_what_is_chosen_most(tmp_path: Path) -> None:
    assert found(tried(tmp_path, *OPINION, mode("a"))) == []
    assert found(tried(tmp_path, *OPINION, mode("b"))) == ["F014 certain C5 C1 C2"]
    assert found(tried(tmp_path, share("opinion", "b", 40), share("opinion", "a", 41), mode("b"))) == []
    assert found(tried(tmp_path, share("opinion", "a", 60), mode("b"))) == ["F014 certain C2 C1"]
    assert found(tried(tmp_path, mode("b"))) == []


def test_two_that_are_chosen_equally_often(tmp_path: Path) -> None:
    both = [share("opinion", name, 46, **base(13)) for name in "ab"]
    assert found(tried(tmp_path, *both, mode("a"))) == ["F014 likely C3 C2 C1"]
    assert found(tried(tmp_path, *both, mode("a", "b"))) == []


@pytest.mark.parametrize(("rank", "odd"), [(1, True), (2, False), (3, True)])
def test_ranks(tmp_path: Path, rank: int, *, odd: bool) -> None:
    claim = {"statistic": "rank", "item": "opinion", "options": ["b"], "printed": rank}
    assert bool(found(tried(tmp_path, *OPINION, claim), "F015 certain")) == odd
    assert found(tried(tmp_path, OPINION[1], claim)) == []


def compare(printed: str, **against: Any) -> Claim:  # noqa: ANN401 - keys of a claim
    return {"statistic": "compare", "item": "opinion", "options": ["a"], "printed": printed} | against


@pytest.mark.parametrize(
    ("printed", "other", "expected"),
    [
        ("more", 38, []),
        ("more", 40, []),
        ("more", 41, []),
        ("more", 42, ["F020 certain C3 C1 C2"]),
        ("at_least", 42, ["F020 certain C3 C1 C2"]),
        ("less", 38, ["F020 certain C3 C1 C2"]),
        ("at_most", 40, []),
        ("same", 40, []),
        ("same", 41, []),
        ("same", 43, ["F020 certain C3 C1 C2"]),
    ],
)
def test_comparisons(tmp_path: Path, printed: str, other: int, expected: list[str]) -> None:
    claims = OPINION[0], share("opinion", "b", other), compare(printed, against={"options": ["b"]})
    assert found(tried(tmp_path, *claims)) == expected


def test_a_comparison_with_a_percentage(tmp_path: Path) -> None:
    assert found(tried(tmp_path, OPINION[0], compare("more", against_percent=50))) == ["F020 certain C2 C1"]
    assert found(tried(tmp_path, OPINION[0], compare("more", against_percent=40))) == []


def by_class(statistic: str, *classes: str, **more: Any) -> Claim:  # noqa: ANN401 - keys of a claim
    return {
        "statistic": statistic,
        "item": "opinion",
        "options": ["a"],
        "by": "own",
        "printed": list(classes),
    } | more


CLASSES = [share("opinion", "a", value, **among(own=name)) for name, value in (("yes", 20), ("no", 40))]


def test_sentences_about_classes(tmp_path: Path) -> None:
    assert found(tried(tmp_path, *CLASSES, by_class("top_class", "no"))) == []
    assert found(tried(tmp_path, *CLASSES, by_class("top_class", "yes"))) == ["F020 certain C3 C2 C1"]
    assert found(tried(tmp_path, *CLASSES, by_class("only_classes", "no", above=30))) == []
    assert found(tried(tmp_path, *CLASSES, by_class("only_classes", above=30))) == ["F020 certain C3 C2"]
    assert found(tried(tmp_path, *CLASSES, by_class("only_classes", "yes", "no", above=30))) == [
        "F020 certain C3 C1"
    ]
    assert found(tried(tmp_path, *CLASSES, by_class("only_classes", above=40))) == []


def test_a_list_of_what_lies_below(tmp_path: Path) -> None:
    classes = [one | base(50) for one in CLASSES]
    rule = {
        "statistic": "list_below",
        "items": ["opinion"],
        "options": ["a"],
        "groups": {"own": ["yes", "no"]},
    }
    rule |= {"below": 30, "minimum_base": 10}
    assert found(tried(tmp_path, *classes, rule | {"printed": [["opinion", "own", "yes"]]})) == []
    assert found(tried(tmp_path, *classes, rule | {"printed": []})) == ["F020 certain C3 C1"]
    assert found(tried(tmp_path, *CLASSES, rule | {"printed": []})) == []
    both = [["opinion", "own", "yes"], ["opinion", "own", "no"]]
    assert found(tried(tmp_path, *classes, rule | {"printed": both})) == ["F020 certain C3 C2"]


def test_no_differences_and_means(tmp_path: Path) -> None:
    rows = ["view.one", "view.two", "view.three"]
    shares = [share(row, "no", value) for row, value in zip(rows, (20, 25, 40), strict=True)]
    within = {"statistic": "mostly_within", "items": rows, "options": ["no"], "part": 1, "low": 18}
    assert found(tried(tmp_path, *shares, within | {"high": 30})) == ["F020 certain C4 C3"]
    assert found(tried(tmp_path, *shares, within | {"high": 40})) == []
    mean = {"statistic": "mean_share", "items": rows, "options": ["no"]}
    assert found(tried(tmp_path, *shares, mean | {"printed": 28})) == []
    assert found(tried(tmp_path, *shares, mean | {"printed": 30})) == ["F020 certain C4 C1 C2 C3"]
    assert found(tried(tmp_path, *shares[:2], mean | {"printed": 60})) == []
