"""What a release hides can't be worked out: held against every crosstab that agrees with what is shown."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_tables import Row, make_study, make_tables, possible_grids, release_rows

from peil.disclose.gate import release
from peil.disclose.release import Release, Status
from peil.fieldwork.facts import Facts
from peil.study.plan import Disclosure

OPTIONS, CLASSES = 3, 3
ROWS = st.lists(st.tuples(st.integers(0, CLASSES - 1), st.integers(0, OPTIONS - 1)), min_size=4, max_size=14)


def spans_of(found: Release, net: tuple[int, ...] = ()) -> dict[tuple[int, int], set[int]]:
    """Give what each hidden count of a class and an option can be."""
    spans: dict[tuple[int, int], set[int]] = {
        (int(table.group[1:]), int(cell.option[1:])): set()
        for table in found.tables
        if table.spec.item == "usage" and table.group
        for cell in table.cells
        if cell.status is Status.SUPPRESSED and not cell.option.startswith("net:")
    }
    tried = 0
    for grid in possible_grids(found, OPTIONS, CLASSES, net):
        tried += 1
        for (group, option), seen in spans.items():
            seen.add(grid[group][option])
    assert tried
    return spans


def widths_of(rows: list[Row], protection: int) -> dict[tuple[int, int], int]:
    """Give how wide each is promised to be: as the total, the base and everyone allow, and no wider."""
    found = {}
    for group in range(CLASSES):
        for option in range(OPTIONS):
            base = sum(row[0] == group for row in rows)
            total = sum(row[1] == option for row in rows)
            found[group, option] = min(protection, min(base, total) - max(0, base + total - len(rows)))
    return found


RULES = st.builds(
    Disclosure,
    minimum_base=st.integers(1, 5),
    identifying=st.sampled_from([frozenset(), frozenset({"sector"})]),
    small_count=st.integers(0, 2),
    protection=st.integers(2, 3),
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(ROWS, RULES, st.sampled_from([(), (0, 1)]))
def test_no_hidden_count_is_narrower_than_promised(
    rows: list[Row], rules: Disclosure, net: tuple[int, ...]
) -> None:
    found = release_rows(rows, rules, OPTIONS, CLASSES, net)
    promised = widths_of(rows, rules.protection)
    if found.unprotected:
        return
    if len(rows) < rules.minimum_base:  # nothing at all is shown, so there is nothing to count with
        assert all(cell.n is None for table in found.tables for cell in table.cells)
        return
    for place, seen in spans_of(found, net).items():
        assert max(seen) - min(seen) >= promised[place], (place, seen)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(ROWS, RULES)
def test_the_same_rows_hide_the_same(rows: list[Row], rules: Disclosure) -> None:
    one, other = (release_rows(rows, rules, OPTIONS, CLASSES) for _ in range(2))
    assert one.tables == other.tables


SMALL_CLASS: list[Row] = [
    *([(0, 0)] * 4),
    *([(0, 1)] * 3),
    *([(0, 2)] * 2),
    *([(1, 0)] * 3),
    *([(1, 1)] * 2),
    (1, 2),
    (2, 0),
    (2, 2),
]


def test_without_further_hiding_a_class_is_worked_out() -> None:
    rules = Disclosure(minimum_base=3, indicative_below=3)
    bare = spans_of(release_rows(SMALL_CLASS, rules, OPTIONS, CLASSES, secondary=False))
    assert all(len(seen) == 1 for seen in bare.values())
    kept = spans_of(release_rows(SMALL_CLASS, rules, OPTIONS, CLASSES))
    assert set(bare) < set(kept)
    assert all(len(seen) > 1 for place, seen in kept.items() if widths_of(SMALL_CLASS, 3)[place])


def test_of_tables_that_contradict_each_other_nothing_is_promised() -> None:
    """Seven more in the whole sample than in all classes together: that is told, it is no error."""
    rules = Disclosure(minimum_base=3, indicative_below=3, identifying=frozenset({"sector"}))
    whole, *others = make_tables(SMALL_CLASS, OPTIONS, CLASSES)
    first, *rest = whole.cells
    made = [replace(whole, cells=(replace(first, n=first.n + 7), *rest)), *others]
    everyone = len(SMALL_CLASS)
    facts = Facts(everyone, everyone, everyone, {}, synthetic=True)
    assert release(make_study(rules, OPTIONS, CLASSES), made, facts, "").unprotected
