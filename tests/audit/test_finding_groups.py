"""What the audit finds in groups beside each other and beside the whole, and in tables."""

from pathlib import Path

import pytest
from small_claims import Claim, among, base, count, found, share, size, tried


@pytest.mark.parametrize(("total", "odd"), [(30, False), (31, True), (35, True)])
def test_a_total_that_its_groups_cant_give(tmp_path: Path, total: int, *, odd: bool) -> None:
    parts = [
        share("opinion", "a", value, **base(50), **among(own=name))
        for name, value in (("yes", 20), ("no", 40))
    ]
    outcome = tried(tmp_path, share("opinion", "a", total, **base(100)), *parts)
    assert bool(found(outcome, "F013 certain")) == odd
    assert bool(found(outcome)) == odd


def test_groups_that_dont_make_up_the_whole_say_nothing_of_it(tmp_path: Path) -> None:
    parts = [
        share("opinion", "a", value, **base(40), **among(own=name))
        for name, value in (("yes", 20), ("no", 40))
    ]
    assert found(tried(tmp_path, share("opinion", "a", 35, **base(100)), *parts)) == []


@pytest.mark.parametrize(("n", "expected"), [(117, []), (118, ["F016 certain C3 C1 C2"])])
def test_more_people_than_the_route_lets_through(tmp_path: Path, n: int, expected: list[str]) -> None:
    """Who doesn't know is not asked for reasons: 10% of 130 is 13."""
    claims = size("usage", 130), share("usage", "dk", 10), size("reasons", n)
    assert found(tried(tmp_path, *claims)) == expected


def test_a_part_that_is_larger_than_its_group(tmp_path: Path) -> None:
    assert found(tried(tmp_path, count(20, work="own"), size("usage", 21, work="own"))) == [
        "F016 certain C2 C1"
    ]
    assert found(tried(tmp_path, count(20, work="own"), size("usage", 20, work="own"))) == []
    assert found(tried(tmp_path, size("usage", 30), size("usage", 31, work="own")), "F016") == [
        "F016 certain C2 C1"
    ]
    beside = share("usage", "often", 50, **base(30), **among(work="own"))
    assert found(tried(tmp_path, count(20, work="own"), beside)) == ["F016 explained C2 C1"]
    odd = beside | {"printed": 53}
    assert found(tried(tmp_path, count(20, work="own"), odd)) == ["F016 likely C2 C1"]
    assert found(tried(tmp_path, count(20), count(21, work="own")), "F016") == ["F016 certain C2 C1"]


def test_bases_of_classes(tmp_path: Path) -> None:
    parts = [size("usage", n, work=name) for name, n in (("own", 40), ("boss", 20), ("staff", 25))]
    assert found(tried(tmp_path, size("usage", 80), *parts)) == ["F017 certain C2 C3 C4 C1"]
    assert found(tried(tmp_path, size("usage", 90), *parts)) == []
    every = [*parts, size("usage", 10, work="other")]
    assert found(tried(tmp_path, size("usage", 96), *every)) == ["F017 likely C2 C3 C4 C5 C1"]
    assert found(tried(tmp_path, size("usage", 95), *every)) == []


def test_a_group_under_the_minimum(tmp_path: Path) -> None:
    own = among(work="own")
    told = share("opinion", "a", 50, **own)
    assert found(tried(tmp_path, told | base(8))) == ["F018 certain C1"]
    assert found(tried(tmp_path, told | base(10))) == []
    assert found(tried(tmp_path, told | base(8, "inferred"))) == ["F018 likely C1"]
    assert found(tried(tmp_path, count(8, work="own"), told)) == ["F018 certain C2 C1"]
    assert found(tried(tmp_path, count(8, work="own"))) == []
    assert found(tried(tmp_path, count(8, work="own"), count(3, work="own", opinion="a"))) == [
        "F018 certain C2 C1"
    ]
    assert found(tried(tmp_path, share("opinion", "a", 50, **base(8)))) == []


def table(rows: list[tuple[int, int, int, int]], n: int) -> list[Claim]:
    return [
        share(f"view.{row}", option, value, **base(n))
        for row, values in zip(("one", "two", "three"), rows, strict=True)
        for option, value in zip(("no", "some", "yes", "dk"), values, strict=True)
    ]


def test_a_column_that_is_what_the_others_leave_over(tmp_path: Path) -> None:
    rows = [(40, 26, 20, 14), (54, 16, 11, 19), (34, 29, 22, 15)]
    outcome = tried(tmp_path, *table(rows, 82))
    assert found(outcome, "F019") == ["F019 likely C4 C8 C12"]
    assert found(outcome, "F021") == ["F021 explained C4", "F021 explained C8"]
    counted = [(40, 26, 20, 15), (54, 16, 11, 20), (34, 29, 22, 15)]
    assert found(tried(tmp_path, *table(counted, 82)), "F019") == []
    assert found(tried(tmp_path, *table(rows, 82), weighted=True)) == []


def test_a_row_that_no_counts_give_though_all_make_100(tmp_path: Path) -> None:
    rows = [(35, 22, 30, 13), (34, 29, 22, 15), (34, 29, 26, 11)]
    outcome = tried(tmp_path, *table(rows, 82))
    assert [one.split()[:2] for one in found(outcome, "F019")] == [["F019", "likely"]]
    assert "view.one" in next(one for one in outcome.findings if one.code == "F019").message
