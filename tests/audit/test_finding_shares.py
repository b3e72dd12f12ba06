"""What the audit finds in shares, counts and bases of one group, and in figures that nearly have it."""

from pathlib import Path

import pytest
from small_claims import OPINION, among, base, count, found, share, size, tried


@pytest.mark.parametrize(
    ("printed", "size_of", "expected"),
    [
        (38, 13, []),
        (39, 13, ["F001 explained C1"]),
        (37, 13, ["F001 certain C1"]),
        (12, 8, ["F001 likely C1"]),
        (13, 8, []),
        (37, 8, ["F001 likely C1"]),
        (20, 82, []),
        (19, 82, ["F001 likely C1"]),
        (14, 82, ["F001 certain C1"]),
        (101, 82, ["F001 certain C1"]),
    ],
)
def test_each_rounding_is_said_apart(tmp_path: Path, printed: int, size_of: int, expected: list[str]) -> None:
    """5 of 13 are 38.46%, 1 of 8 is 12.5%, 3 of 8 are 37.5%, 16 of 82 are 19.51%."""
    assert found(tried(tmp_path, share("opinion", "a", printed, **base(size_of))), "F001") == expected


def test_the_message_says_which_rounding_gives_it(tmp_path: Path) -> None:
    several = [(39, 13), (12, 8), (37, 8), (19, 82), (14, 82), (37, 13)]
    claims = [share("opinion", "a", value, **base(n)) for value, n in several]
    messages = [one.message for one in tried(tmp_path, *claims).findings if one.code == "F001"]
    said = [
        "rounding twice gives",
        "to the even",
        "rounded down",
        "and a half down",
        "cut off instead",
        "possible: 31",
    ]
    assert [part for part, message in zip(said, messages, strict=True) if part not in message] == []


def test_halves_that_all_go_to_even_are_explained(tmp_path: Path) -> None:
    two = [share("opinion", "a", 12, **base(8)), share("opinion", "b", 62, **base(8))]
    assert found(tried(tmp_path, *two), "F001") == ["F001 explained C1", "F001 explained C2"]
    third = share("three", "x", 63, **base(8))
    assert found(tried(tmp_path, *two, third), "F001") == ["F001 likely C1", "F001 likely C2"]


def test_no_base_up_to_the_largest(tmp_path: Path) -> None:
    assert found(tried(tmp_path, share("opinion", "a", 34, **base(28, "upper_bound")))) == ["F001 certain C1"]
    assert found(tried(tmp_path, share("opinion", "a", 34, **base(29, "upper_bound")))) == []
    assert found(tried(tmp_path, share("opinion", "a", 34, **base(28, "inferred"))), "F001") == []


def test_a_base_that_is_printed_by_itself_counts_too(tmp_path: Path) -> None:
    outcome = tried(tmp_path, size("opinion", 13), share("opinion", "a", 37))
    assert found(outcome) == ["F001 certain C2 C1"]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ((29, 0), (29.3, 1), True),
        ((29, 0), (29.5, 1), True),
        ((30, 0), (29.5, 1), True),
        ((29, 0), (29.6, 1), False),
        ((29, 0), (30, 0), False),
        ((29.3, 1), (29.25, 2), True),
        ((29.3, 1), (29.4, 1), False),
    ],
)
def test_one_figure_in_two_precisions(
    tmp_path: Path, one: tuple[float, int], other: tuple[float, int], *, agree: bool
) -> None:
    claims = [share("opinion", "a", value, decimals=decimals) for value, decimals in (one, other)]
    assert found(tried(tmp_path, *claims)) == ([] if agree else ["F002 certain C1 C2"])


def test_two_bases_of_one_group(tmp_path: Path) -> None:
    outcome = tried(tmp_path, size("opinion", 40), share("opinion", "a", 50, **base(44)))
    assert found(outcome) == ["F002 likely C1 C2"]
    assert found(tried(tmp_path, size("opinion", 44), share("opinion", "a", 50, **base(44)))) == []


def test_a_class_and_its_options_are_one_group(tmp_path: Path) -> None:
    claims = count(20, own="yes"), count(21, work="own")
    assert found(tried(tmp_path, *claims)) == ["F002 certain C1 C2"]


def test_whole_numbers_that_are_possible_each_and_not_together(tmp_path: Path) -> None:
    values = zip("abcd", (35, 22, 30, 13), strict=True)
    claims = [share("opinion", name, value, **base(82)) for name, value in values]
    outcome = tried(tmp_path, *claims)
    assert found(outcome) == ["F003 certain C1 C2 C3 C4", "F021 explained C1 C2 C3 C4"]
    assert "need at least 83 people of 82" in outcome.findings[0].message
    assert found(tried(tmp_path, *claims, weighted=True)) == []


@pytest.mark.parametrize(("last", "expected"), [(11, []), (13, ["F003 certain C1 C2 C3 C4"])])
def test_answers_that_make_more_than_everyone(tmp_path: Path, last: int, expected: list[str]) -> None:
    for weighted in (False, True):
        outcome = tried(tmp_path, *OPINION[:3], share("opinion", "d", last), weighted=weighted)
        assert found(outcome) == expected


def test_more_ticks_than_anybody_may_give(tmp_path: Path) -> None:
    claims = [share("three", name, 70) for name in "xyz"]
    assert found(tried(tmp_path, *claims)) == ["F003 certain C1 C2 C3"]
    assert found(tried(tmp_path, *(share("three", name, 67) for name in "xyz"))) == []


def test_counts_beside_a_base(tmp_path: Path) -> None:
    counts = [count(n, opinion=name) for name, n in zip("abcd", (8, 6, 4, 1), strict=True)]
    assert found(tried(tmp_path, *counts, size("opinion", 20))) == ["F003 likely C1 C2 C3 C4 C5"]
    assert found(tried(tmp_path, *counts, size("opinion", 19))) == []
    assert found(tried(tmp_path, *counts, count(20))) == []


@pytest.mark.parametrize(("printed", "expected"), [(55, []), (54, ["F010 certain C1 C2"])])
def test_a_count_and_a_percentage_of_the_same_people(
    tmp_path: Path, printed: int, expected: list[str]
) -> None:
    claims = count(71, opinion="a"), share("opinion", "a", printed, **base(130))
    assert found(tried(tmp_path, *claims), "F010") == expected
    assert found(tried(tmp_path, *claims, weighted=True)) == []


@pytest.mark.parametrize(
    ("net", "expected"),
    [(70, []), (71, ["F011 explained C3 C1 C2"]), (73, ["F011 certain C1 C2 C3"]), (67, None)],
)
def test_a_net_and_its_parts(tmp_path: Path, net: int, expected: list[str] | None) -> None:
    outcome = tried(tmp_path, *OPINION[:2], share("opinion", "a b", net))
    got = [" ".join([*one.split()[:2], *sorted(one.split()[2:])]) for one in found(outcome)]
    want = ["F011 certain C1 C2 C3"] if expected is None else expected
    assert got == [" ".join([*one.split()[:2], *sorted(one.split()[2:])]) for one in want]


def test_a_net_of_scattered_answers_and_of_ticks(tmp_path: Path) -> None:
    scattered = OPINION[0], OPINION[2], share("opinion", "a c", 65)
    assert found(tried(tmp_path, *scattered)) == ["F011 certain C3 C1 C2"]
    ticks = share("three", "x", 40), share("three", "y", 30)
    assert found(tried(tmp_path, *ticks, share("three", "x y", 72)))[:1] == ["F011 certain C3 C1 C2"]
    assert found(tried(tmp_path, *ticks, share("three", "x y", 38))) == ["F011 certain C3 C1 C2"]
    assert found(tried(tmp_path, *ticks, share("three", "x y", 55)), "F011 c") == []


def test_percentages_of_a_group_that_no_base_gives(tmp_path: Path) -> None:
    claims = (
        count(17, work="own"),
        *(share("opinion", name, value, **among(work="own")) for name, value in (("a", 42), ("b", 29))),
    )
    assert found(tried(tmp_path, *claims)) == ["F012 certain C2 C3 C1"]
    assert found(tried(tmp_path, count(24, work="own"), *claims[1:])) == []
    assert found(tried(tmp_path, *claims[1:])) == []


def test_a_base_that_was_only_inferred_proves_nothing(tmp_path: Path) -> None:
    assert found(tried(tmp_path, share("opinion", "a", 22, **base(56, "inferred")))) == []
