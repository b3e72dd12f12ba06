"""The registry keeps what was shown and hidden, never a value, and a later release keeps to it."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from small_tables import Row, make_study, make_tables, release_rows

from peil.disclose.before import Before, earlier_places
from peil.disclose.gate import release
from peil.disclose.place import Places
from peil.disclose.registry import before_of, read_releases, write_release
from peil.disclose.release import Release, TableKey
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


def hidden_of(found: Release) -> dict[TableKey, list[bool]]:
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


LENIENT = replace(RULES, minimum_base=4)
STRICT = replace(LENIENT, small_count=9, identifying=frozenset({"sector"}))
"""By these rules every count up to 9 is hidden, unless an earlier release made it known."""


def test_what_is_defined_otherwise_since_makes_nothing_known(tmp_path: Path) -> None:
    """Else a class that has one person now is shown because it had thirty then."""
    rows: list[Row] = [*ROWS, (2, 1), (2, 1), (3, 0), (3, 2), (3, 2)]
    first = release_rows(rows, LENIENT, 3, 4)
    then = {"usage": "a", "sector": "s"}
    path = write_release(
        tmp_path,
        first,
        date="2026-03-01",
        interim=False,
        questionnaire="q",
        fingerprint="aa",
        definitions=then,
    )
    shown, hidden = (
        {(key, at) for key, gone in hidden_of(first).items() for at, one in enumerate(gone) if one is told}
        for told in (False, True)
    )
    split = {(key, at) for key, at in shown if key[1] is not None and key[4] is not None}
    assert split
    assert hidden

    def still(definitions: Mapping[str, str]) -> set[tuple[TableKey, int]]:
        known, _ = read_releases(tmp_path)
        tables = make_tables(rows, 3, 4)
        before = before_of(known, tables, fingerprint="aa", definitions=definitions)
        facts = Facts(len(rows), len(rows), len(rows), {}, synthetic=True)
        found = hidden_of(release(make_study(STRICT, 3, 4), tables, facts, "", earlier=before))
        assert all(found[key][at] for key, at in hidden)
        return {(key, at) for key, at in shown if not found[key][at]}

    assert still(then) == shown
    assert not still({**then, "usage": "b"}) & split
    assert not still({**then, "sector": "t"}) & split
    text = json.loads(path.read_text("utf-8"))
    del text["definitions"]  # of before they were kept
    path.write_text(json.dumps(text), "utf-8")
    assert still({**then, "usage": "b"}) == shown


def test_a_net_of_other_options_is_judged_anew(tmp_path: Path) -> None:
    first = release_rows(ROWS, RULES, 3, 3, (0, 1))
    then = {"net:some": "a"}
    write_release(
        tmp_path,
        first,
        date="2026-03-01",
        interim=False,
        questionnaire="q",
        fingerprint="aa",
        definitions=then,
    )
    known, _ = read_releases(tmp_path)
    tables = make_tables(ROWS, 3, 3, (0, 1))
    placed = [Places(make_study(RULES, 3, 3, (0, 1))).place(one) for one in tables]
    same, other = (
        earlier_places(placed, before_of(known, tables, fingerprint="aa", definitions=now), RULES)
        for now in (then, {"net:some": "b"})
    )
    nets = {place for place in same if ("usage", frozenset({"o0", "o1"})) in place}
    assert {place for place in nets if same[place] is None}
    assert {place for place in nets & other.keys() if other[place] is None} == set()
    assert {place: same[place] for place in same.keys() - nets} == {
        place: other[place] for place in other.keys() - nets
    }


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
