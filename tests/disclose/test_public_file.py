"""The public version of the rows: who can't be found in it, and what can't be counted from it."""

import csv
import io
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from peil.data.dataset import Dataset
from peil.disclose.public_classes import choose_public_items, is_hidden
from peil.disclose.public_file import PublicPack, make_public_pack
from peil.disclose.release import Release, ReleasedTable
from peil.formats.pack.pack import Use
from peil.interview.state import State
from peil.study.plan import DRAFT
from peil.study.tablespec import TableSpec
from public_study import PLAN, hide, make_dataset, make_open_release, make_release
from published_reference import published

REFERENCE_ROWS = pytest.param("reference", marks=pytest.mark.slow)
NO_ANSWER, WITHHELD = 9997, 9996

Published = tuple[Dataset, Release, PublicPack]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return make_dataset(tmp_path_factory.mktemp("public") / "study", n=600)


@pytest.fixture(scope="module")
def opened(dataset: Dataset) -> Release:
    return make_open_release(dataset)


@pytest.fixture(scope="module")
def reference() -> Published:
    dataset, release = published().dataset, published().released("nl")
    return dataset, release, make_public_pack(dataset, release, "nl")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Published:
    made = make_dataset(tmp_path_factory.mktemp("small") / "study", n=600)
    release = make_release(made)
    return made, release, make_public_pack(made, release, "nl")


def rows_of(made: PublicPack) -> list[dict[str, str]]:
    content = next(content for name, content in made.files.items() if name.endswith("-public.csv"))
    return list(csv.DictReader(io.StringIO(content.decode())))


def parts_of(release: Release, dataset: Dataset) -> dict[str, list[frozenset[str]]]:
    found = choose_public_items(dataset.study, release)
    return {key: list(item.parts) for key, item in found.items() if item.parts}


def told_by(table: ReleasedTable, part: frozenset[str]) -> int | None:
    """Work out how many chose one of these from what a table shows, or None where that can't be done."""
    counts = {cell.option: cell.n for cell in table.cells if not cell.option.startswith("net:")}
    if all(counts.get(option) is not None for option in part):
        return sum(counts[option] or 0 for option in part)
    rest = [count for option, count in counts.items() if option not in part]
    if table.n is None or any(count is None for count in rest):
        return None
    return table.n - sum(count or 0 for count in rest)


@pytest.mark.parametrize("name", [REFERENCE_ROWS, "small"])
def test_the_file_tells_no_count_that_the_release_does_not(name: str, request: pytest.FixtureRequest) -> None:
    """Every count of a part in a class can be worked out from what the tables show: the file adds none."""
    dataset, release, made = request.getfixturevalue(name)
    if made.pack is None:
        assert made.files == {}
        return
    items = choose_public_items(dataset.study, release)
    hidden_for: set[frozenset[tuple[str, str | None]]] = set()
    for key, item in items.items():
        parts = [*item.parts, *(frozenset({tick}) for tick in item.ticks)]
        groups = [by for by in dataset.study.plan.groups if by != key]
        for by in (None, *groups):
            for table in release.tables:
                if table.spec == TableSpec(key, by) and not is_hidden(table):
                    assert all(told_by(table, part) is not None for part in parts), (key, by, table.group)
        whole = frozenset(
            (table.spec.by, table.group)
            for table in release.tables
            if table.item == key and table.spec.by in groups and is_hidden(table)
        )
        if key not in dataset.study.plan.groups:
            hidden_for.add(whole)
    assert len(hidden_for) <= 1


@pytest.mark.parametrize("name", [REFERENCE_ROWS, "small"])
def test_hidden_cells_cannot_be_counted(name: str, request: pytest.FixtureRequest) -> None:
    """Count each hidden cell from the file: those who surely are in it, and those who can be."""
    dataset, release, made = request.getfixturevalue(name)
    if made.pack is None:
        return
    parts = parts_of(release, dataset)
    columns = {variable.name: variable.numbers for variable in made.pack.variables}
    hidden = [
        (table, cell.option)
        for table in release.tables
        for cell in table.cells
        if cell.n is None and table.item in parts and table.spec.by in parts and table.spec.where is None
    ]
    for table, option in hidden:
        if option.startswith("net:") or table.spec.by == table.item or table.group is None:
            continue
        first, sure = may_be(dataset, parts, columns, table.item, option)
        second, sure_too = may_be(dataset, parts, columns, table.spec.by or "", table.group)
        least, most = int((sure & sure_too).sum()), int((first & second).sum())
        assert least == 0, (table.item, option, table.spec.by, table.group)
        item = dataset.study.codebook.items[table.item]
        class_options = dataset.study.codebook.items[table.spec.by or ""].option_ids
        true = int(
            (
                (dataset.columns[table.item] == item.option_ids.index(option))
                & (dataset.columns[table.spec.by or ""] == class_options.index(table.group))
            ).sum()
        )
        assert true <= most


def may_be(dataset, parts, columns, key: str, option: str):  # noqa: ANN201 - two masks
    """Say which rows can have chosen an option by the file, and which surely did."""
    item = dataset.study.codebook.items[key]
    part = next(one for one in parts[key] if option in one)
    first = next(one for one in item.options if one.id in part)
    inside = columns[key] == first.code
    return inside | (columns[key] == WITHHELD), inside if len(part) == 1 else np.zeros_like(inside)


def test_a_hidden_cell_takes_its_option_together_with_the_other_hidden_ones(
    dataset: Dataset, opened: Release
) -> None:
    free = parts_of(opened, dataset)
    assert len(free["usage"]) == 5
    hidden = hide(opened, "usage", "employment", "other", ["never", "rarely"])
    assert frozenset({"never", "rarely"}) in parts_of(hidden, dataset)["usage"]
    assert len(parts_of(hidden, dataset)["usage"]) == 4


def test_one_hidden_cell_alone_is_taken_together_with_its_neighbour(
    dataset: Dataset, opened: Release
) -> None:
    hidden = hide(opened, "usage", "kind", "firm", ["dk"])
    assert frozenset({"never", "dk"}) in parts_of(hidden, dataset)["usage"]


def test_a_question_hidden_for_other_classes_than_the_others_is_left_out(
    dataset: Dataset, opened: Release
) -> None:
    """Rows would be matched to the class by the others, and counted in the one that hides it."""
    hidden = hide(opened, "usage", "employment", "other")
    found = parts_of(hidden, dataset)
    assert "usage" not in found
    assert "lost" in found


def test_classes_hidden_throughout_are_one_class_in_the_file(dataset: Dataset, opened: Release) -> None:
    release = opened
    for item in ("usage", "lost", "reasons", "kind", "organisation", "hours"):
        for group in ("employer", "other"):
            release = hide(release, item, "employment", group)
    found = parts_of(release, dataset)
    assert frozenset({"employer", "other"}) in found["employment"]
    assert "usage" in found


def test_a_class_of_which_no_answer_is_shown_counts_as_hidden(dataset: Dataset, opened: Release) -> None:
    """Its base alone tells nothing of the answers, which need not be taken together for it."""
    release = opened
    for item in ("usage", "lost", "reasons", "kind", "organisation", "hours"):
        for group in ("employer", "other"):
            options = dataset.study.codebook.items[item].option_ids
            release = hide(release, item, "employment", group, options)
    found = parts_of(release, dataset)
    assert len(found["usage"]) == 5
    assert frozenset({"employer", "other"}) in found["employment"]


def test_a_question_hidden_as_a_whole_or_under_a_condition_is_left_out(
    dataset: Dataset, opened: Release
) -> None:
    assert "lost" not in parts_of(hide(opened, "lost", None, None), dataset)
    table = opened.find(TableSpec("usage"))
    assert table is not None
    condition = dataset.study.plan.derived[0].classes[0].condition
    cells = tuple(replace(cell, n=None, share=None) for cell in table.cells)
    narrowed = replace(table, spec=TableSpec("usage", where=condition), n=None, cells=cells)
    with_condition = replace(opened, tables=(*opened.tables, narrowed))
    assert "usage" not in parts_of(with_condition, dataset)


def test_a_hidden_tick_is_left_out(dataset: Dataset, opened: Release) -> None:
    hidden = hide(opened, "reasons", "kind", "firm", ["fun"])
    assert choose_public_items(dataset.study, hidden)["reasons"].ticks == ("speed", "cost")


def test_what_a_group_is_made_of_is_left_out(dataset: Dataset, opened: Release) -> None:
    found = choose_public_items(dataset.study, opened)
    assert "kind" in found
    assert "organisation" not in found


def test_a_question_that_was_not_released_is_left_out(dataset: Dataset, opened: Release) -> None:
    tables = tuple(table for table in opened.tables if (table.item, table.spec.by) != ("lost", "kind"))
    assert "lost" not in choose_public_items(dataset.study, replace(opened, tables=tables))


@pytest.mark.parametrize("name", [REFERENCE_ROWS, "small"])
def test_each_combination_of_what_identifies_occurs_k_times(
    name: str, request: pytest.FixtureRequest
) -> None:
    dataset, _, made = request.getfixturevalue(name)
    if made.pack is None or not made.identifying:
        return
    combinations = Counter(tuple(row[key] for key in made.identifying) for row in rows_of(made))
    assert min(combinations.values()) >= dataset.study.plan.disclosure.k


def test_k_is_the_plans_own(tmp_path: Path) -> None:
    dataset = make_dataset(tmp_path / "study", n=240, plan=PLAN + "\n[disclosure]\nk = 8\n")
    made = make_public_pack(dataset, make_open_release(dataset), "nl")
    combinations = Counter(tuple(row[key] for key in made.identifying) for row in rows_of(made))
    assert made.identifying
    assert min(combinations.values()) >= 8
    assert made.withheld > 0


def test_it_has_no_words_numbers_or_ids_of_the_full_file(dataset: Dataset, opened: Release) -> None:
    remarks = dataset.columns["remarks"].copy()
    remarks[:] = "Een zin die alleen ik schreef"
    other = dataset.columns["employment.other.text"].copy()
    other[:] = "lantaarnopsteker"
    told = replace(dataset, columns={**dataset.columns, "remarks": remarks, "employment.other.text": other})
    made = make_public_pack(told, opened, "nl")
    assert made.pack is not None
    names = [variable.name for variable in made.pack.variables]
    assert "hours" not in names
    for name, content in made.files.items():
        assert "-public." in name
        for secret in ("alleen ik schreef", "lantaarnopsteker", *dataset.ids):
            assert secret.encode() not in content


def test_the_order_of_the_full_file_is_gone(dataset: Dataset, opened: Release) -> None:
    turned = np.arange(dataset.n)[::-1]
    columns = {name: column[turned] for name, column in dataset.columns.items()}
    states = {name: state[turned] for name, state in dataset.states.items()}
    missing = {name: steps[turned] for name, steps in dataset.missing_steps.items()}
    other = replace(
        dataset, ids=dataset.ids[::-1], columns=columns, states=states, missing_steps=missing, rows=None
    )
    assert make_public_pack(dataset, opened, "nl").files == make_public_pack(other, opened, "nl").files
    rows = [tuple(row.values())[1:] for row in rows_of(make_public_pack(dataset, opened, "nl"))]
    assert rows == sorted(rows, key=lambda row: tuple(map(int, row)))


def test_why_there_is_no_answer_is_not_told(dataset: Dataset) -> None:
    states = {key: state.copy() for key, state in dataset.states.items()}
    columns = {name: column.copy() for name, column in dataset.columns.items()}
    states["lost"][:40], states["lost"][40:80] = State.LEFT_BEFORE, State.BLANK
    columns["lost"][:80] = -1
    told = replace(dataset, states=states, columns=columns)
    made = make_public_pack(told, make_open_release(told), "nl")
    assert made.pack is not None
    assert "lost" in made.pack.by_name
    for variable in made.pack.variables:
        codes = {code.code for code in variable.codes if code.state}
        assert codes <= {NO_ANSWER, WITHHELD}
        assert variable.use is Use.SERIAL or set(variable.cells) <= {
            str(code.code) for code in variable.codes
        }
    assert made.pack.by_name["lost"].cells.count(str(NO_ANSWER)) == 80


def test_there_is_no_public_file_of_a_draft(dataset: Dataset, opened: Release) -> None:
    draft = replace(opened, disclosure=replace(opened.disclosure, profile=DRAFT))
    made = make_public_pack(dataset, draft, "nl")
    assert (made.pack, dict(made.files)) == (None, {})
    assert [problem.code for problem in made.problems] == ["D050"]


def test_there_is_no_public_file_of_a_handful(tmp_path: Path) -> None:
    few = make_dataset(tmp_path / "study", n=9)
    made = make_public_pack(few, make_open_release(few), "nl")
    assert [problem.code for problem in made.problems] == ["D051"]


def test_there_is_no_public_file_where_nothing_is_shown(dataset: Dataset, opened: Release) -> None:
    release = opened
    for item in dataset.study.codebook.items:
        release = hide(release, item, None, None)
    made = make_public_pack(dataset, release, "nl")
    assert [problem.code for problem in made.problems] == ["D052"]


def test_the_page_says_what_is_left_out_and_how_to_ask_for_more(dataset: Dataset, opened: Release) -> None:
    made = make_public_pack(dataset, hide(opened, "usage", "kind", "firm", ["dk"]), "nl")
    page = next(content for name, content in made.files.items() if name.endswith("README.md")).decode()
    assert "openbare" in page
    assert "Klassen zijn samengevoegd in: Hoe vaak gebruikt u AI?" in page
    assert "Niet in het openbare bestand: Waar werkt u?." in page
    assert "onderzoek@example.org" in page
    assert "anoniem" not in page


def test_a_study_of_some_size_has_a_public_file(small: Published) -> None:
    assert small[2].pack is not None
