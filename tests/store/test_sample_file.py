"""The researcher's list: read from what spreadsheets write, all that is wrong told at once, by line."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.store.sample.mail_address import read_address
from peil.store.sample.person import NewPerson
from peil.store.sample.sample_file import SampleFile, read_sample

LANGUAGES = ("nl", "en")


def read(folder: Path, text: str | bytes) -> SampleFile:
    path = folder / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_sample(path, LANGUAGES)


def told(found: SampleFile) -> list[tuple[str, int]]:
    return [(problem.code, problem.span.line) for problem in found.problems]


@pytest.mark.parametrize(
    "text",
    [
        "address,name,language,region\nada@example.org,Ada,en,north\n",
        "adres;naam;taal;region\nada@example.org;Ada;en;north\n",
        "E-mail\tNaam\tTaal\tregion\r\nada@example.org\tAda\ten\tnorth\r\n",
        "\ufeffEmail,NAME,Language,region\n\n ada@example.org , Ada ,en,north\n,,,\n",
        'region,address,language,name\n"north",ada@example.org,en,Ada',
    ],
)
def test_a_list_is_read_as_spreadsheets_write_it(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert found.problems == ()
    assert found.strata == ("region",)
    (person,) = found.people
    assert (person.address, person.name, person.language) == ("ada@example.org", "Ada", "en")
    assert person.strata == {"region": "north"}


def test_without_a_language_it_is_the_studys_own(tmp_path: Path) -> None:
    found = read(tmp_path, "address\nada@example.org\n")
    assert found.people == (NewPerson("ada@example.org", "", "nl", {}, 2),)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = (
        "address,name,language\n"
        "ada@example.org,Ada,nl\n"
        "ada@example,Bo,nl\n"
        ",Cas,nl\n"
        '"ADA@example.org","Ada\nagain",nl\n'
        "dee@example.org,Dee,fr\n"
        "eva@example.org,Eva,\n"
        "fay@example.org,Fay,nl,more\n"
        "gus@example.org,G\x07us,en\n"
        "=?utf-8?q?Hal?=@example.org,=?utf-8?q?=0D=0ABcc:_x@y.org?=,en\n"
    )
    found = read(tmp_path, text)
    assert told(found) == [
        ("L004", 3),
        ("L004", 4),
        ("L005", 5),
        ("L006", 7),
        ("L006", 8),
        ("L001", 9),
        ("L007", 10),
        ("L010", 11),
        ("L010", 11),
    ]
    assert not [problem for problem in found.problems if "ada@" in str(problem).lower()]
    assert all(problem.hint for problem in found.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("L002", 0)]),
        ("address,name\n", [("L002", 0)]),
        ("ada@example.org,Ada\nbo@example.org,Bo\n", [("L002", 1)]),
        ("address,region,Region \na@b.nl,x,y\n", []),
        ("address,region,region\na@b.nl,x,y\n", [("L003", 1)]),
        ("address,,e-mail\na@b.nl,x,y\n", [("L003", 1), ("L003", 1)]),
        (b"address,name\na@b.nl,Ad\xe9\n", [("L001", 2)]),
        ('address,name\na@b.nl,"Ada\n', [("L001", 0)]),
        ('address,name\na@b.nl,"Ada" L\n', [("L001", 0)]),
    ],
)
def test_what_is_no_list_is_told(tmp_path: Path, text: str | bytes, expected: list[tuple[str, int]]) -> None:
    assert told(read(tmp_path, text)) == expected


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = read_sample(tmp_path / "none.csv", LANGUAGES).problems
    assert problem.code == "L001"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ada@example.org", "ada@example.org"),
        (" Ada.O'Neil+x@Sub.Example.org ", "Ada.O'Neil+x@Sub.Example.org"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
    ],
)
def test_an_address(text: str, address: str) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@example",
        "ada@@example.org",
        "ada@example..org",
        "ada@-example.org",
        "ada@127.0.0.1",
        ".ada@example.org",
        "ada.@example.org",
        "a da@example.org",
        "ada@example.org\nBcc: eve@example.org",
        "ada@example.org,eve@example.org",
        "Ada <ada@example.org>",
        "ada@example.org>",
        '"a b"@example.org',
        "adá@example.org",
        "a" * 65 + "@example.org",
        "ada@" + "a" * 64 + ".org",
        "ada@" + "a." * 130 + "org",
    ],
)
def test_no_address(text: str) -> None:
    assert read_address(text) is None


@given(st.text())
def test_an_address_can_change_no_header(text: str) -> None:
    found = read_address(text)
    if found is not None:
        assert found.isascii()
        assert found.isprintable()
        assert not set(found) & set(' ,;:<>()[]\\"\r\n')
        assert read_address(found) == found


NAMES = st.text(st.characters(codec="utf-8", categories=["L", "P", "N", "S"]), max_size=12)


@pytest.mark.slow
@given(st.lists(st.tuples(st.integers(0, 500), NAMES, NAMES), min_size=1, unique_by=lambda row: row[0]))
def test_what_csv_writes_is_read_back(rows: list[tuple[int, str, str]]) -> None:
    import tempfile  # noqa: PLC0415 - a folder for each example

    for delimiter in ",;\t":
        text = io.StringIO()
        writer = csv.writer(text, delimiter=delimiter)
        writer.writerow(["address", "name", "branche"])
        writer.writerows([f"p{number}@example.org", name, stratum] for number, name, stratum in rows)
        with tempfile.TemporaryDirectory() as folder:
            found = read(Path(folder), text.getvalue())
        assert found.problems == ()
        kept = [(one.address, one.name, one.strata["branche"]) for one in found.people]
        assert kept == [(f"p{number}@example.org", name, stratum) for number, name, stratum in rows]


@given(st.binary(max_size=300))
def test_any_file_is_read_without_failing(content: bytes) -> None:
    import tempfile  # noqa: PLC0415 - a folder for each example

    with tempfile.TemporaryDirectory() as folder:
        read(Path(folder), content)
