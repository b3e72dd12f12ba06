"""The registry keeps what was shown and hidden, never a value, and a later release keeps to it."""

import json
import re
from dataclasses import replace
from pathlib import Path

from small_tables import Row, make_study, make_tables, release_rows

from peil.disclose.before import Before
from peil.disclose.gate import release
from peil.disclose.registry import before_of, read_releases, write_release
from peil.disclose.release import Release
from peil.fieldwork.facts import Facts
from peil.study.plan import Disclosure
from peil.study.tablespec import TableSpec

RULES = Disclosure(minimum_base=3, indicative_below=3)
ROWS: list[Row] = [
    *([(0, 0)] * 9),
    *([(0, 1)] * 8),
    *([(0, 2)] * 6),
    *([(1, 0)] * 7),
    *([(1, 1)] * 6),
    (1, 2),
    (2, 0),
    (2, 2),
]


def write(folder: Path, found: Release, data: str = "aa") -> Path:
    return write_release(folder, found, date="2026-03-01", interim=False, questionnaire="q", fingerprint=data)


def again(before: Before, rules: Disclosure, rows: list[Row] = ROWS) -> Release:
    facts = Facts(len(rows), len(rows), len(rows), {}, synthetic=True)
    return release(make_study(rules, 3, 3), make_tables(rows, 3, 3), facts, "", earlier=before)


def hidden_of(found: Release) -> dict[object, list[bool]]:
    return {key: [cell.n is None for cell in table.cells] for key, table in found.by_key.items()}


def test_it_holds_positions_and_tens_and_no_values(tmp_path: Path) -> None:
    path = write(tmp_path, release_rows(ROWS, RULES, 3, 3))
    assert path.name == "001.json"
    text = path.read_text("utf-8")
    numbers = {int(number) for number in re.findall(r": (\d+)", text)}
    assert numbers == {1, 0, 10, 20, 30, len(ROWS)}
    assert set(json.loads(text)["tables"][0]) == {
        "item",
        "by",
        "where",
        "base",
        "group",
        "merged",
        "tens",
        "hidden",
    }


def test_what_says_the_same_is_written_once_and_the_next_gets_the_next_number(tmp_path: Path) -> None:
    found = release_rows(ROWS, RULES, 3, 3)
    assert write(tmp_path, found).name == write(tmp_path, found).name
    assert write(tmp_path, found, "bb").name == "002.json"
    assert [one.number for one in read_releases(tmp_path)[0]] == [1, 2]


def test_a_broken_file_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, release_rows(ROWS, RULES, 3, 3))
    (tmp_path / "releases" / "002.json").write_text('{"schema": 9}')
    (tmp_path / "releases" / "003.json").write_text("{")
    known, problems = read_releases(tmp_path)
    assert [one.number for one in known] == [1]
    assert [(one.code, one.span.file) for one in problems] == [
        ("G011", "releases/002.json"),
        ("G011", "releases/003.json"),
    ]


def test_what_was_shown_of_the_same_data_stays_and_what_was_hidden_stays_hidden(tmp_path: Path) -> None:
    first = release_rows(ROWS, RULES, 3, 3)
    write(tmp_path, first)
    known, _ = read_releases(tmp_path)
    tables = make_tables(ROWS, 3, 3)
    before = before_of(known, tables, fingerprint="aa")
    lenient = again(before, replace(RULES, minimum_base=1, indicative_below=1))
    assert hidden_of(lenient) == hidden_of(first)
    assert hidden_of(
        release_rows(ROWS, replace(RULES, minimum_base=1, indicative_below=1), 3, 3)
    ) != hidden_of(first)
    assert lenient.accounting.earlier > 0
    assert lenient.earlier == ()


def test_grown_data_are_shown_anew_when_enough_came(tmp_path: Path) -> None:
    write(tmp_path, release_rows(ROWS, RULES, 3, 3))
    known, _ = read_releases(tmp_path)
    few = [*ROWS, *([(0, 0)] * 4)]
    enough = [*ROWS, *([(0, 0)] * 16)]
    spec = TableSpec("usage", "sector")
    for rows, unfresh in ((few, True), (enough, False)):
        before = before_of(known, make_tables(rows, 3, 3), fingerprint="bb")
        found = again(before, RULES, rows)
        table = found.find(spec, "c0")
        assert table is not None
        assert (table.n is None) is unfresh
        assert [(one.number, one.date) for one in found.earlier] == [(1, "2026-03-01")]
        hidden = found.find(spec, "c1")
        assert hidden is not None
        assert hidden.n is None, "nobody came to this class"


def test_what_is_released_again_is_accounted_for_as_before(tmp_path: Path) -> None:
    """Else the annex of the same publication would change with each time that it is made."""
    found = release_rows(ROWS, RULES, 3, 3)
    assert found.accounting.secondary > 0
    write(tmp_path, found)
    tables = make_tables(ROWS, 3, 3)
    made = again(before_of(read_releases(tmp_path)[0], tables, fingerprint="aa"), RULES)
    assert (made.accounting, hidden_of(made)) == (found.accounting, hidden_of(found))
