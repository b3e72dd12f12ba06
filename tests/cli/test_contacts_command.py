"""Keys made, contact details taken out on the server and opened where the private key is."""

import csv
import errno
import json
import os
import stat
from contextlib import closing
from pathlib import Path

import pytest
from contacts_given import CODES, GIVEN, codes, keyed_study, respond, told
from store_and_files import make_study

from peil.cli.main import main
from peil.line import read_sound_study
from peil.store.contact_problems import CONTACT_RULES
from peil.store.open_store import open_store

Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def key(tmp_path: Path) -> Path:
    assert main(["contacts", str(tmp_path / "elsewhere"), "--new-key", str(tmp_path / "team.key")]) == 0
    return tmp_path / "team.key"


def public(key: Path) -> str:
    (line,) = [line for line in key.read_text(encoding="utf-8").splitlines() if "public key" in line]
    return line.rpartition(" ")[2]


@pytest.fixture
def study(tmp_path: Path, key: Path) -> Path:
    return keyed_study(tmp_path / "keyed", public(key))


def test_a_key_is_its_owners_alone_and_never_written_over(tmp_path: Path, key: Path, capsys: Capsys) -> None:
    before = key.read_text(encoding="utf-8")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert "AGE-SECRET-KEY-1" in before
    status, found = told(capsys, "contacts", tmp_path, "--new-key", tmp_path / "in" / ".." / "team.key")
    assert (status, codes(found)) == (2, ["K005"])
    status, found = told(capsys, "contacts", tmp_path / "elsewhere", "--new-key", key)
    assert (status, codes(found)) == (2, ["K004"])
    assert key.read_text(encoding="utf-8") == before
    assert "AGE-SECRET-KEY" not in json.dumps(found)


def test_what_is_taken_out_opens_where_the_key_is_without_a_store(
    study: Path, key: Path, store_url: str, tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    respond(study, store_url, *CODES)
    sealed, table = tmp_path / "sealed.json", tmp_path / "table.csv"
    status, found = told(capsys, "contacts", study, "--store", store_url, "--out", sealed)
    assert (status, codes(found), found["people"], found["details"]) == (0, [], 2, 4)
    assert stat.S_IMODE(sealed.stat().st_mode) == 0o600
    text = sealed.read_text(encoding="utf-8")
    assert not [given for person in GIVEN.values() for given in person.values() if given in text]
    monkeypatch.setenv("PEIL_STORE", "nothing://here")
    status, found = told(capsys, "contacts", study, "--from", sealed, "--identity", key, "--out", table)
    assert (status, codes(found), found["people"]) == (0, [], 2)
    assert stat.S_IMODE(table.stat().st_mode) == 0o600
    with table.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["who.name", "who.email"]
    assert sorted(rows) == [["'=SUM(A1)", "ada@example.org"], ["Zoë", "'+31612345678"]]
    status, found = told(capsys, "contacts", study, "--from", sealed, "--identity", key)
    people = found["people"]
    assert isinstance(people, list)
    assert sorted(sorted(one.items()) for one in people) == sorted(
        sorted(one.items()) for one in GIVEN.values()
    )


def test_a_file_that_is_opened_beside_the_store_is_warned_of(
    study: Path, key: Path, store_url: str, tmp_path: Path, capsys: Capsys
) -> None:
    respond(study, store_url, *CODES)
    sealed = tmp_path / "sealed.json"
    assert main(["contacts", str(study), "--store", store_url, "--out", str(sealed)]) == 0
    words = ("contacts", study, "--from", sealed, "--identity", key)
    status, found = told(capsys, *words, "--store", store_url)
    assert (status, codes(found)) == (1, ["K007"])
    status, found = told(capsys, *words, "--store", tmp_path / "nowhere")
    assert (status, codes(found)) == (0, [])
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(begin: str) -> None:
    from peil.formats.opened_contacts import safe_cell  # noqa: PLC0415 - the only use

    assert safe_cell(f"{begin}1") == f"'{begin}1"
    assert safe_cell(f"a{begin}1") == f"a{begin}1"


def test_nothing_that_is_taken_out_says_whose_it_is(
    study: Path, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peil.formats import sealed_file  # noqa: PLC0415 - to be turned round
    from peil.interview.code import contact_key, interview_key  # noqa: PLC0415 - as above

    class Reversed:
        def shuffle(self, people: list[object]) -> None:
            people.reverse()

    respond(study, store_url, *CODES)
    names = []
    for number in range(2):
        sealed = tmp_path / f"{number}.json"
        assert main(["contacts", str(study), "--store", store_url, "--out", str(sealed)]) == 0
        text = sealed.read_text(encoding="utf-8")
        assert not [code for code in CODES if contact_key(code) in text or interview_key(code) in text]
        names.append([person["who.email"] for person in json.loads(text)["people"]])
        monkeypatch.setattr(sealed_file, "SystemRandom", Reversed)
    with closing(open_store(store_url, read_sound_study(study))) as store:
        kept = [person["who.email"].text for person in store.details()]
    taken = [one["sealed"] for one in names[1]]
    assert taken == kept[::-1]  # it goes by the shuffling, and by nothing else
    assert sorted(one["sealed"] for one in names[0]) == sorted(kept)


def test_nothing_on_a_stolen_server_opens_them(study: Path, key: Path, capsys: Capsys) -> None:
    """Whoever has the store and the study's folder tries every file as a key, and every text in them."""
    store = study / "store"
    respond(study, store, *CODES)
    stolen = [path for path in study.rglob("*") if path.is_file()]
    assert store / "contacts.sqlite" in stolen
    secret = key.read_text(encoding="utf-8").splitlines()[-1].encode()
    for path in stolen:
        content = path.read_bytes()
        assert secret not in content
        assert not [text for person in GIVEN.values() for text in person.values() if text.encode() in content]
        path.chmod(0o600)
        status, found = told(capsys, "contacts", study, "--identity", path)
        assert (status, codes(found)) == (2, ["K002"])
    status, found = told(capsys, "contacts", study, "--identity", key)
    assert (status, codes(found)) == (1, ["K007"])


def test_a_full_disk_leaves_no_half_file_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capsys
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        status, found = told(capsys, "contacts", tmp_path / "study", "--new-key", tmp_path / "team.key")
    assert (status, codes(found)) == (2, ["W001"])
    assert not (tmp_path / "team.key").exists()
    assert main(["contacts", str(tmp_path / "study"), "--new-key", str(tmp_path / "team.key")]) == 0


def test_a_loose_key_is_refused(study: Path, key: Path, store_url: str, capsys: Capsys) -> None:
    respond(study, store_url, *CODES)
    for mode in (0o640, 0o604, 0o660):
        key.chmod(mode)
        status, found = told(capsys, "contacts", study, "--store", store_url, "--identity", key)
        assert (status, codes(found)) == (2, ["K001"])
    os.chmod(key, 0o600)  # noqa: PTH101 - as a shell does it
    status, found = told(capsys, "contacts", study, "--store", store_url, "--identity", key)
    assert (status, codes(found)) == (1, ["K007"])


@pytest.mark.parametrize("text", ["", "AGE-SECRET-KEY-1NONSENSE\n", "age1abc\n", "\x00\xff"])
def test_a_file_without_a_key_is_refused_and_not_repeated(
    study: Path, store_url: str, tmp_path: Path, capsys: Capsys, text: str
) -> None:
    respond(study, store_url, CODES[0])
    path = tmp_path / "other.key"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    status, found = told(capsys, "contacts", study, "--store", store_url, "--identity", path)
    assert (status, codes(found)) == (2, ["K002"])
    assert "NONSENSE" not in json.dumps(found)


def test_another_key_opens_nothing_and_says_so(
    study: Path, store_url: str, tmp_path: Path, capsys: Capsys
) -> None:
    respond(study, store_url, *CODES)
    other = tmp_path / "other.key"
    assert main(["contacts", str(study), "--new-key", str(other)]) == 0
    sealed = tmp_path / "sealed.json"
    assert main(["contacts", str(study), "--store", store_url, "--out", str(sealed)]) == 0
    status, found = told(capsys, "contacts", study, "--from", sealed, "--identity", other)
    assert (status, codes(found), found["people"]) == (1, ["K003"], [])
    status, found = told(capsys, "contacts", study, "--from", sealed)
    assert (status, codes(found), found["people"]) == (1, ["K003"], [])


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"peil": "contact details", "people": [{"a": {"sealed": 1}}]}', '{"peil": "x"}']
)
def test_another_file_is_refused(study: Path, key: Path, tmp_path: Path, capsys: Capsys, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    status, found = told(capsys, "contacts", study, "--from", path, "--identity", key)
    assert (status, codes(found)) == (2, ["K008"])


def test_details_that_are_kept_readable_are_told_as_such(
    tmp_path: Path, store_url: str, capsys: Capsys
) -> None:
    study = make_study(tmp_path / "study")
    respond(study, store_url, *CODES)
    sealed = tmp_path / "readable.json"
    status, found = told(capsys, "contacts", study, "--store", store_url, "--out", sealed)
    assert (status, codes(found), found["people"]) == (1, ["K006"], 2)
    status, found = told(capsys, "contacts", study, "--from", sealed)
    assert (status, codes(found)) == (0, [])


def test_no_file_is_written_over(
    study: Path, key: Path, store_url: str, tmp_path: Path, capsys: Capsys
) -> None:
    respond(study, store_url, *CODES)
    there = tmp_path / "there"
    there.write_text("mine", encoding="utf-8")
    for more in (
        ["--out", there],
        ["--identity", key, "--out", there],
        ["--access", CODES[0], "--out", there],
    ):
        status, found = told(capsys, "contacts", study, "--store", store_url, *more)
        assert (status, codes(found)) == (2, ["K004"])
    assert there.read_text(encoding="utf-8") == "mine"


def test_without_a_store_nothing_is_made(study: Path, tmp_path: Path, capsys: Capsys) -> None:
    status, found = told(capsys, "contacts", study, "--store", tmp_path / "none")
    assert (status, codes(found)) == (2, ["D036"])
    assert not (tmp_path / "none").exists()


def test_codes_of_the_catalogue_are_frozen() -> None:
    assert {rule.code: rule.name for rule in CONTACT_RULES} == {
        "K001": "loose_key",
        "K002": "no_key",
        "K003": "wrong_key",
        "K004": "in_the_way",
        "K005": "key_in_study",
        "K006": "kept_readable",
        "K007": "on_one_machine",
        "K008": "not_sealed",
        "K009": "unknown_code",
        "K010": "unknown_person",
        "K011": "not_linked",
        "K012": "not_stated",
        "K013": "still_open",
        "K014": "traces_left",
        "K015": "future_day",
        "K016": "still_joined",
        "K017": "unknown_interview",
    }
