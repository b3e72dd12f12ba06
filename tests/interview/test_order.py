"""The order in which options are shown."""

import pytest
from study_by_text import ONE_ROLE, make_study

from peil.interview.answers import Answers
from peil.interview.interview import VisibleStep
from peil.interview.order import option_order, row_order
from peil.interview.walk import walk
from peil.study.study import Study

TEXT = """
# a: A  {one page}

## plain
Wat?
- [ ] a: A
- [ ] b: B

## mixed  {shuffle}
Wat?
- [ ] a: A
- [ ] b: B
- [ ] c: C  {if plain has a}
- [ ] d: D
- [ ] none: Geen  {exclusive, last}

## grid  {matrix, shuffle}
Hoe?
columns
- ( ) x: X
- ( ) y: Y
rows
- p: P
- q: Q
- r: R
- own: ____
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"), TEXT, settings=ONE_ROLE)


def step(study: Study, name: str, given: Answers | None = None) -> VisibleStep:
    return next(s for page in walk(study, given or Answers()).pages for s in page.steps if s.step.id == name)


def ids(parts: object) -> list[str]:
    return [part.id for part in parts]  # type: ignore[attr-defined]


def test_a_question_that_is_not_shuffled_keeps_its_order(study: Study) -> None:
    assert all(ids(option_order(step(study, "plain"), seed)) == ["a", "b"] for seed in range(20))


def test_the_order_follows_from_the_seed_and_last_stays_last(study: Study) -> None:
    orders = {seed: tuple(ids(option_order(step(study, "mixed"), seed))) for seed in range(60)}
    assert all(order[-1] == "none" and set(order) == {"a", "b", "d", "none"} for order in orders.values())
    assert len(set(orders.values())) == 6
    assert orders == {seed: tuple(ids(option_order(step(study, "mixed"), seed))) for seed in range(60)}


def test_the_order_of_a_seed_never_changes_between_versions(study: Study) -> None:
    assert ids(option_order(step(study, "mixed"), 4)) == ["b", "a", "d", "none"]


def test_an_option_that_appears_does_not_move_the_others(study: Study) -> None:
    ticked = step(study, "mixed", Answers({"plain.a": True}))
    for seed in range(20):
        shown = ids(option_order(ticked, seed))
        assert "c" in shown
        assert [name for name in shown if name != "c"] == ids(option_order(step(study, "mixed"), seed))


def test_a_matrix_shuffles_its_rows_and_keeps_columns_and_open_rows(study: Study) -> None:
    grid = step(study, "grid")
    orders = {tuple(ids(row_order(grid, seed))) for seed in range(60)}
    assert len(orders) == 6
    assert all(order[-1] == "own" for order in orders)
    assert all(ids(option_order(grid, seed)) == ["x", "y"] for seed in range(20))


def test_a_row_marked_last_stays_last(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = TEXT.replace("- p: P\n", "- p: P  {last}\n")
    grid = step(make_study(tmp_path_factory.mktemp("last"), text, settings=ONE_ROLE), "grid")
    orders = {tuple(ids(row_order(grid, seed))) for seed in range(60)}
    assert orders == {("q", "r", "p", "own"), ("r", "q", "p", "own")}
