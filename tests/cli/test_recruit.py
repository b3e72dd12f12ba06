"""Recruits for a talk: drawn from who volunteered, at random, with nothing that leads to answers."""

import csv
import datetime as dt
import json
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from contacts_given import codes, keyed_study, told
from hypothesis import given
from hypothesis import strategies as st
from store_and_files import DAY

from peil.cli.main import main
from peil.formats.draw import Draw
from peil.formats.opened_contacts import OpenedContacts
from peil.formats.recruits import Drawn, draw_recruits
from peil.interview.code import contact_key, interview_key
from peil.interview.private import set_apart
from peil.line import read_sound_study
from peil.store.open_store import open_store
from peil.store.opening import Opening
from peil.store.receipt import Fate
from peil.store.submission import Submission

Capsys = pytest.CaptureFixture[str]
MARK = "marker8842"
PEOPLE = 12


@pytest.fixture
def study(tmp_path: Path) -> Path:
    key = tmp_path / "team.key"
    assert main(["contacts", str(tmp_path / "elsewhere"), "--new-key", str(key)]) == 0
    (line,) = [line for line in key.read_text(encoding="utf-8").splitlines() if "public key" in line]
    return keyed_study(tmp_path / "keyed", line.rpartition(" ")[2])


def volunteers(study: Path, url: object) -> None:
    """Have people take part whose answers, ids and codes hold a marker, and who leave an address without."""
    read = read_sound_study(study)
    with closing(open_store(str(url), read)) as store:
        for number in range(PEOPLE):
            code = f"{MARK} code {number}"
            store.open_interview(Opening(interview_key(code), f"{MARK}id{number}", "nl", 1, DAY, ""))
            given = {"who.name": f"Name {number}", "who.email": f"p{number}@example.org"}
            for page, values in (("usage", {"usage": "rarely"}), ("who", given)):
                answers, details = set_apart(read, values)  # type: ignore[arg-type]
                kept = store.find(interview_key(code))
                assert kept is not None
                receipt = store.submit(
                    Submission(
                        key=interview_key(code),
                        contact_key=contact_key(code),
                        page=page,
                        nonce=f"{MARK} {page}",
                        revision=kept.revision,
                        digest=MARK,
                        values=answers,
                        shown=frozenset({page}),
                        language="nl",
                        day=DAY,
                        details=details,
                    )
                )
                assert receipt.fate is Fate.ACCEPTED


def taken_out(study: Path, tmp_path: Path, name: str = "sealed.json") -> list[object]:
    """Take the details out of a store; give the words that open them."""
    sealed = tmp_path / name
    assert main(["contacts", str(study), "--out", str(sealed)]) == 0
    return [
        "contacts",
        study,
        "--from",
        sealed,
        "--identity",
        tmp_path / "team.key",
        "--store",
        "nothing://x",
    ]


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_list_is_drawn_with_a_record_and_leads_to_no_answer(
    study: Path, tmp_path: Path, capsys: Capsys
) -> None:
    volunteers(study, study / "store")
    words, out = taken_out(study, tmp_path), tmp_path / "recruits.csv"
    status, found = told(
        capsys, *words, "--recruit", 4, "--seed", "s1", "--drawn-by", "A. Author", "--out", out
    )
    assert (status, codes(found), found["people"]) == (0, [], 4)
    head, *drawn = rows(out)
    assert head == ["who.name", "who.email"]
    assert len({tuple(row) for row in drawn}) == 4
    record = json.loads((tmp_path / "recruits.csv.record.json").read_text(encoding="utf-8"))
    assert (record["drawn"], record["of"], record["seed"], record["by"]) == (4, PEOPLE, "s1", "A. Author")
    assert dt.date.fromisoformat(record["on"])
    read = read_sound_study(study)
    with closing(open_store(str(study / "store"), read)) as store:
        keys = [interview_key(f"{MARK} code {number}") for number in range(PEOPLE)]
        assert all(store.find(key) for key in keys)
    secrets = [MARK, "rarely", "usage", DAY.isoformat(), *keys]
    for path in (out, tmp_path / "recruits.csv.record.json"):
        text = path.read_text(encoding="utf-8-sig")
        assert not [secret for secret in secrets if secret in text]
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not [secret for secret in secrets if secret in json.dumps(found)]


def test_the_draw_goes_by_the_seed_and_not_by_the_order_of_the_file(
    study: Path, tmp_path: Path, capsys: Capsys
) -> None:
    """Each file that is taken out has an order of its own; a longer list begins with the shorter one."""
    volunteers(study, study / "store")
    lists = []
    for number, seed in ((4, "s1"), (9, "s1"), (9, "s2"), (99, "s1")):
        words = taken_out(study, tmp_path, f"{len(lists)}.json")
        _, found = told(capsys, *words, "--recruit", number, "--seed", seed)
        people = found["people"]
        assert isinstance(people, list)
        lists.append([person["who.email"] for person in people])
    assert lists[0] == lists[1][:4] == lists[3][:4]
    assert lists[1] != lists[2]
    assert len(lists[3]) == PEOPLE


def person(number: int) -> dict[str, str]:
    return {"who.email": f"p{number:03}@example.org"}


@given(order=st.permutations(range(9)), number=st.integers(1, 12), seed=st.text(min_size=1, max_size=5))
def test_whoever_came_first_is_drawn_no_sooner(order: list[int], number: int, seed: str) -> None:
    draw = Draw(number, "who", seed)
    day = dt.date(2026, 3, 1)
    sorted_people = OpenedContacts(tuple(map(person, range(9))))
    drawn = draw_recruits(OpenedContacts(tuple(map(person, order))), draw, day)
    assert drawn == draw_recruits(sorted_people, draw, day)
    assert len(drawn.people) == min(number, 9)
    longer = draw_recruits(sorted_people, replace(draw, number=12), day)
    assert longer.people[:number] == drawn.people


def test_everybody_is_drawn_about_as_often() -> None:
    people = OpenedContacts(tuple(map(person, range(6))))
    day = dt.date(2026, 3, 1)
    first = [
        draw_recruits(people, Draw(1, "who", f"seed {n}"), day).people[0]["who.email"] for n in range(600)
    ]
    assert all(60 <= first.count(person(number)["who.email"]) <= 140 for number in range(6))


def test_a_draw_without_a_seed_makes_one_and_keeps_it() -> None:
    people = OpenedContacts(tuple(map(person, range(9))))
    one, two = (draw_recruits(people, Draw(9, "who"), dt.date(2026, 3, 1)) for _ in range(2))
    assert one.seed != two.seed
    assert draw_recruits(people, Draw(9, "who", one.seed), one.on) == one


def test_only_what_was_left_at_the_question_counts() -> None:
    """An address that was left to get the results isn't one that may be asked for a talk."""
    people = OpenedContacts(({"results.email": "r@example.org"}, {**person(1), "results.email": "s@x.org"}))
    drawn = draw_recruits(people, Draw(5, "who", "s"), dt.date(2026, 3, 1))
    assert drawn == Drawn((person(1),), 1, "s", dt.date(2026, 3, 1))


@pytest.mark.parametrize(
    "words",
    [
        ("--recruit", 3),
        ("--recruit", 0, "--from", "x"),
        ("--recruit", "three", "--from", "x"),
        ("--seed", "s"),
        ("--drawn-by", "A. Author"),
        ("--recruit", 3, "--identity", "x", "--erase", "-"),
        ("--recruit", 3, "--from", "SEALED", "--question", "usage"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    study: Path, tmp_path: Path, capsys: Capsys, words: tuple[object, ...]
) -> None:
    volunteers(study, study / "store")
    sealed = taken_out(study, tmp_path)[3]
    given = [sealed if word == "SEALED" else word for word in words]
    status, found = told(capsys, "contacts", study, *given)
    assert (status, codes(found)) == (2, ["W002"])


def test_of_several_questions_the_one_has_to_be_named(study: Path, tmp_path: Path, capsys: Capsys) -> None:
    asked = study / "questionnaire.md"
    text = asked.read_text(encoding="utf-8")
    more = "\n\n## results  {contact, optional}\nWaarheen sturen wij de uitkomsten?\n- email: E-mailadres\n"
    asked.write_text(text.rstrip() + more, encoding="utf-8")
    volunteers(study, study / "store")
    words = taken_out(study, tmp_path)
    status, found = told(capsys, *words, "--recruit", 3)
    assert (status, codes(found)) == (2, ["W002"])
    status, found = told(capsys, *words, "--recruit", 3, "--question", "who")
    assert (status, len(found["people"])) == (0, 3)  # type: ignore[arg-type]


def test_no_list_and_no_record_is_written_over(study: Path, tmp_path: Path, capsys: Capsys) -> None:
    volunteers(study, study / "store")
    words, out = taken_out(study, tmp_path), tmp_path / "recruits.csv"
    record = tmp_path / "recruits.csv.record.json"
    for there, other in ((out, record), (record, out)):
        there.write_text("mine", encoding="utf-8")
        status, found = told(capsys, *words, "--recruit", 3, "--out", out)
        assert (status, codes(found)) == (2, ["K004"])
        assert there.read_text(encoding="utf-8") == "mine"
        assert not other.exists()
        there.unlink()
