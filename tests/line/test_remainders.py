"""Whom a condition or a group leaves over is as well protected as whom it names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from joint_attacker import JointAttacker, Person, Picks, all_people, base_of, cell_of, holds
from joint_study import (
    MINIMUM,
    SINGLE,
    SMALL,
    TICKS,
    derived_of,
    draw,
    release_for,
    with_classes,
    write,
)

from peil.disclose import place, suppress
from peil.disclose.release import Release, ReleasedTable
from peil.study.study import Study
from peil.study.tablespec import TableSpec

CONDITIONS = (
    "sector is film",
    "not (sector is film)",
    "sector is film or usage is often",
    "not (sector is film and usage is never)",
    "sector is one of (film, music) or usage is often",
    "sector is film or tools has text",
    "not (sector is film and tools has text)",
    "not (tools has text)",
    "(sector is film or usage is often) and view is not dull",
    "sector is film and (usage is often or view is good)",
    "mixed is not here",
)
Told = tuple[str, str, str, int]
"""Table, condition or group, answer, count."""


def told(study: Study, people: Sequence[Person], found: Release) -> list[Told]:
    """Give what someone who has all tables knows exactly, and may not.

    What they know from the tables of the whole sample and from how many there are in each class, these tell
    them anyway.
    """
    world = all_people(SINGLE, TICKS, derived_of(study))
    knowing = JointAttacker.reading(world, found.tables)
    little = JointAttacker.reading(
        world, [one for one in found.tables if one.spec.by is None and one.spec.where is None]
    )
    known = []
    everyone = with_classes(study, people)
    for table in found.tables:
        for option, picks, whole in (*left_over(table), *hidden(table)):
            if all(picks(one) == whole(one) for one in world):
                continue  # the condition itself leaves no other answer
            n, base = (sum(each(one) for one in everyone) for each in (picks, whole))
            small = 0 < n <= SMALL and "sector" in reads_of(table)
            if (small or 0 < base < MINIMUM) and exact(knowing, picks) and not exact(little, picks):
                known.append((table.item, reads_of(table), option, n))
    return known


def exact(attacker: JointAttacker, picks: Picks) -> bool:
    low, high = attacker.bounds(picks)
    return low == high


def reads_of(table: ReleasedTable) -> str:
    """Give the condition or the group that a table is of."""
    return (table.spec.by or "") if table.spec.where is None else table.spec.where.source


def hidden(table: ReleasedTable) -> Iterator[tuple[str, Picks, Picks]]:
    """Give each answer that a table doesn't tell, and all whom it is about."""
    for cell in table.cells:
        if cell.n is None:
            yield cell.option, cell_of(table, cell.option), base_of(table)


def left_over(table: ReleasedTable) -> Iterator[tuple[str, Picks, Picks]]:
    """Give each answer of those whom a table's condition or group leaves over; and all of them."""
    where, by = table.spec.where, table.spec.by
    if where is None and by is None:
        return
    of_all = replace(table, group=None, spec=TableSpec(table.item))

    def outside(picks: Picks, one: Person) -> bool:
        return picks(one) and not (
            holds(where.tree, one) if where is not None else by is not None and one[by]
        )

    whole = partial(outside, base_of(of_all))
    for cell in table.cells:
        yield cell.option, partial(outside, cell_of(of_all, cell.option)), whole


SEED, COUNT = 4, 40
TIED = (("texts", 14, 36),)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("studies")


@pytest.fixture(scope="module")
def people() -> list[Person]:
    return draw(SEED, COUNT)


@pytest.fixture(scope="module")
def study(folder: Path, people: list[Person]) -> Study:
    return write(folder / "one", people)


@pytest.mark.parametrize("source", CONDITIONS)
def test_whom_a_condition_leaves_over_is_protected(source: str, study: Study, people: list[Person]) -> None:
    assert told(study, people, release_for(study, [source])) == []


@pytest.mark.parametrize("source", [CONDITIONS[at] for at in (1, 3, 4, 5, 6)])
def test_when_they_are_not_judged_they_are_found(
    source: str, study: Study, people: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suppress, "find_implied", lambda *_: ())
    assert told(study, people, release_for(study, [source])) != []


def test_who_is_in_no_class_is_protected(
    study: Study, people: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 0 < sum(not one["sector"] for one in people) < MINIMUM
    assert told(study, people, release_for(study, [], ["sector"])) == []
    monkeypatch.setattr(suppress, "find_implied", lambda *_: ())
    assert {"sector"} == {group for _, group, _, _ in told(study, people, release_for(study, [], ["sector"]))}


@pytest.mark.parametrize(("by", "seed", "count"), TIED)
def test_a_class_made_by_conditions_is_tied_to_what_they_are_about(
    by: str, seed: int, count: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else what its tables hide stands in those of the questions, and the other way."""
    some = draw(seed, count)
    made = write(folder / "tied", some)
    assert told(made, some, release_for(made, [], ["sector", by])) == []
    monkeypatch.setattr(place, "join", lambda *_: None)
    assert told(made, some, release_for(made, [], ["sector", by])) != []


@pytest.mark.slow
@settings(max_examples=25)
@given(
    seed=st.integers(0, 10**6),
    count=st.integers(18, 45),
    sources=st.lists(st.sampled_from(CONDITIONS), max_size=2, unique=True),
    groups=st.lists(st.sampled_from(("sector", "texts", "tooled")), min_size=1, max_size=2, unique=True),
)
def test_nobody_is_given_away(
    folder: Path, seed: int, count: int, sources: list[str], groups: list[str]
) -> None:
    some = draw(seed, count)
    made = write(folder / "drawn", some)
    found = release_for(made, sources, groups)
    assume(not found.unprotected)  # the author is told that these can't be protected
    assert told(made, some, found) == []
