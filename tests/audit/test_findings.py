from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from claims_survey import audited
from hypothesis import given
from hypothesis import strategies as st

from peil.audit.audit import Audit
from peil.audit.possible import find_counts
from peil.core.percent import percent


def share(option: str, printed: float, **more: object) -> dict[str, Any]:
    return {"statistic": "share", "item": "usage", "options": [option], "printed": printed} | more


def base(n: int, known: str = "printed") -> dict[str, Any]:
    return {"base": {"n": n, "known": known}}


def codes(found: Audit) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.code, one.grade.value, one.claims) for one in found.findings]


@given(st.integers(1, 400), st.data(), st.integers(0, 1))
def test_a_percentage_that_was_computed_from_a_count_is_possible(
    base_n: int, data: st.DataObject, decimals: int
) -> None:
    n = data.draw(st.integers(0, base_n))
    assert n in find_counts(percent(n, base_n, decimals), base_n, decimals).counts


@given(st.integers(1, 150), st.integers(0, 1000), st.integers(0, 1))
def test_the_counts_found_are_all_there_are(base_n: int, tenths: int, decimals: int) -> None:
    printed = Decimal(tenths) / 10 if decimals else Decimal(tenths // 10)
    found = find_counts(printed, base_n, decimals)
    assert found.counts == tuple(n for n in range(base_n + 1) if percent(n, base_n, decimals) == printed)
    assert set(found.counts) <= set(found.loose)
    assert found.nearest
    assert (printed in found.nearest) is False or found.counts


def test_a_percentage_no_count_gives_is_impossible_without_data(tmp_path: Path) -> None:
    found = audited(
        tmp_path,
        share("often", 14, **base(82)),
        share("rarely", 15, **base(82)),
        share("dk", 14, **base(82, "inferred")),
        share("dk", 14, **base(82, "upper_bound"), where={"work": ["own"]}),
        share("often", 14),
        {"statistic": "count", "printed": 3},
        data=False,
    )
    assert [one.verdict for one in found.judged] == ["impossible", *["unchecked"] * 5]
    assert found.judged[0].computed == "possible of 82: 13% or 15%"
    assert codes(found)[0] == ("F001", "certain", ("C1",))
    assert "without data" in found.basis


def test_weights_make_any_percentage_possible(tmp_path: Path) -> None:
    found = audited(tmp_path, share("often", 14, **base(82)), data=False, weighted=True)
    assert (codes(found), found.judged[0].verdict.value) == ([], "unchecked")


def test_more_than_everyone_is_impossible_and_everyone_is_nearest(tmp_path: Path) -> None:
    (found,) = audited(tmp_path, share("often", 150, **base(82)), data=False).judged
    assert (found.verdict.value, found.computed) == ("impossible", "possible of 82: 100%")


def test_a_half_rounded_down_is_only_likely_wrong(tmp_path: Path) -> None:
    found = audited(tmp_path, share("often", 12, **base(8)), data=False)
    assert codes(found) == [("F001", "likely", ("C1",))]


def test_one_decimal_is_tried_in_tenths(tmp_path: Path) -> None:
    right, wrong = (share("often", value, decimals=1, **base(13)) for value in (38.5, 39.0))
    found = audited(tmp_path, right, wrong, data=False)
    assert [one.verdict for one in found.judged] == ["unchecked", "impossible"]


def test_one_figure_with_two_values(tmp_path: Path) -> None:
    found = audited(
        tmp_path,
        share("often", 50, place="Table 1"),
        share("often", 51, place="Figure 2"),
        share("often", 50.4, decimals=1),
        share("often", 60, where={"work": ["own"]}),
        data=False,
    )
    assert codes(found) == [("F002", "certain", ("C1", "C2"))]
    assert "50% in Table 1 (C1) and 51% in Figure 2 (C2)" in found.findings[0].message


@pytest.mark.parametrize(
    ("printed", "odd"),
    [((50, 40, 10), False), ((50, 40, 11), False), ((50, 40, 12), True), ((50, 40, 8), True)],
)
def test_percentages_of_one_question_add_up_but_for_rounding(
    tmp_path: Path, printed: tuple[int, ...], *, odd: bool
) -> None:
    options = zip(("often", "rarely", "dk"), printed, strict=True)
    found = audited(tmp_path, *(share(option, value) for option, value in options), data=False)
    grade = "certain" if sum(printed) > 100 else "likely"
    assert codes(found) == ([("F003", grade, ("C1", "C2", "C3"))] if odd else [])


def test_some_of_the_options_may_add_up_to_less_and_not_to_more(tmp_path: Path) -> None:
    assert codes(audited(tmp_path, share("often", 50), share("rarely", 20), data=False)) == []
    assert codes(audited(tmp_path, share("often", 70), share("rarely", 50), data=False)) != []


def test_ticks_of_a_multi_question_need_not_add_up(tmp_path: Path) -> None:
    several = [
        {"statistic": "share", "item": "reasons", "options": [option], "printed": 70}
        for option in ("speed", "cost", "none")
    ]
    assert codes(audited(tmp_path, *several, data=False)) == []


@pytest.mark.parametrize(("other", "odd"), [(1, False), (2, True)])
def test_counts_of_classes_add_up_to_the_whole(tmp_path: Path, other: int, *, odd: bool) -> None:
    counts = {"own": 4, "boss": 2, "staff": 3, "other": other}
    parts = [{"statistic": "count", "where": {"work": [name]}, "printed": n} for name, n in counts.items()]
    found = audited(tmp_path, *parts, {"statistic": "count", "printed": 10}, data=False)
    assert codes(found) == ([("F003", "certain", ("C1", "C2", "C3", "C4", "C5"))] if odd else [])


def test_percentages_moved_to_add_up_to_100_are_explained(tmp_path: Path) -> None:
    """Of seven: 3, 2 and 2 who answer are 43, 29 and 29, which makes 101."""
    only = {"where": {"work": ["own", "staff"]}}
    found = audited(
        tmp_path, share("often", 57, **only), share("rarely", 29, **only), share("dk", 14, **only)
    )
    assert [one.verdict for one in found.judged] == ["holds"] * 3
    assert codes(found) == []
    own = {"where": {"complete": ["yes"]}}
    moved = audited(tmp_path, share("often", 50, **own), share("rarely", 37, **own), share("dk", 13, **own))
    assert [one.verdict for one in moved.judged] == ["holds", "differs", "holds"]
    assert codes(moved) == [("F004", "explained", ("C2",))]
    far = audited(tmp_path, share("often", 50, **own), share("rarely", 36, **own), share("dk", 14, **own))
    assert codes(far) == []


@pytest.mark.parametrize(("base", "printed"), [(400, 1), (1000, 0), (10_000, 37), (10_000, 100)])
def test_every_count_that_gives_a_percentage_of_a_large_base_is_found(base: int, printed: int) -> None:
    counts = tuple(count for count in range(base + 1) if percent(count, base) == printed)
    assert find_counts(Decimal(printed), base, 0).counts == counts
