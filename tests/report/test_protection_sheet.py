"""The data-protection sheet: computed from the study, in two languages, with what is missing named."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # it ships no type information

import peil.report.compose.protection as composed
from peil import protectline
from peil.cli.main import main
from peil.line import read_sound_study
from peil.report.compose.protection_sample import MARKS, OF_EACH
from peil.report.compose.protection_words import LANGUAGES, protection_words
from peil.report.document import Block, Bullets, Document, Heading, NumberedTable, Paragraph, Run
from peil.report.protection import Protection
from peil.store.open_store import open_store
from peil.store.phase import Phase, PhaseEntry
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson, Person
from peil.study.fielding import Privacy
from peil.study.study import Study

SETTINGS = """
[about]
title = "Thuiswerken"
languages = ["nl"]
{about}
[roles]
other = "otherwise"
{more}
"""
WHOLE = """
controller = "Bureau Voorbeeld"
contact = "onderzoek@example.org"
lawful_basis = "art. 6(1)(a) GDPR"
consent = "Ik doe mee."
consent_version = "2"
purpose = "Weten wie thuis werkt."
special_categories = "health"
closes = 2026-01-31
retention_months = 12
"""
FIELDWORK = """
[fieldwork]
access = "invited"
privacy = "{privacy}"
contact_keys = ["{key}"]
[fieldwork.retention]
contacts = 3
addresses = 1
[fieldwork.handling]
processors = "Hosting: Voorbeeld Hosting, Utrecht."
transfers = "No data leave the EEA."
sample_source = "The members' register."
sample_readers = "Two people of the bureau."
"""
QUESTIONNAIRE = """
# a: A

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) other: Anders, namelijk ____

## why
Waarom? ____

## who  {contact, optional}
Wie?
- email: E-mail
"""
KEY = str(x25519.Identity.generate().to_public())


def make_study(folder: Path, about: str = WHOLE, privacy: str = "confidential") -> Study:
    folder.mkdir()
    more = FIELDWORK.format(privacy=privacy, key=KEY) if privacy else ""
    (folder / "study.toml").write_text(SETTINGS.format(about=about, more=more), encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    return read_sound_study(folder)


def sheet_of(study: Study, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str = "en") -> str:
    """All that the sheet says, by line."""
    from peil.report import show_protection  # noqa: PLC0415 - whose document is caught

    caught: list[Document] = []

    def compose(of: Study, facts: Protection, spoken: str) -> Document:
        caught.append(composed.compose_protection(of, facts, spoken))
        return caught[-1]

    monkeypatch.setattr(show_protection, "compose_protection", compose)
    store = str(tmp_path / "store")
    protectline.show_protection(study, store, formats=(), out=tmp_path, language=language)
    return "\n".join(lines(caught[0].blocks))


def lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield text(block.text)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from lines(item)
        elif isinstance(block, NumberedTable):
            for row in (*block.grid.head, *block.grid.body):
                yield " | ".join(text(cell.text) for cell in row)


def text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def test_what_the_study_says_stands_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = sheet_of(make_study(tmp_path / "study"), monkeypatch, tmp_path)
    for said in (
        "Controller | Bureau Voorbeeld",
        "Purpose | Weten wie thuis werkt.",
        "Lawful basis | art. 6(1)(a) GDPR",
        "Version of that text | 2",
        "Who may take part | who has an invitation, and nobody else",
        "Chosen from answers that are given | 1 | usage",
        "In one's own words | 1 | why",
        "Contact details | 1 | who",
        "Own words or a number beside an answer | 1 | usage",
        "Special categories of data, according to the researcher: health.",
        KEY,
        "study.toml says all that this sheet asks for.",
    ):
        assert said in told


def test_the_days_are_computed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = sheet_of(make_study(tmp_path / "study"), monkeypatch, tmp_path)
    rows = dict(re.findall(r"(\w+)\.sqlite \| (.*)", told))
    assert rows == {
        "links": "until the last day of fieldwork: up to and including 31 January 2026",
        "sample": "one month after the last day of fieldwork: up to and including 28 February 2026",
        "contacts": "3 months after the last day of fieldwork: up to and including 30 April 2026",
        "answers": "12 months after the last day of fieldwork: up to and including 31 January 2027",
    }


def test_the_stores_log_says_when_fieldwork_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime as dt  # noqa: PLC0415 - the only use

    study = make_study(tmp_path / "study")
    with closing(open_store(str(tmp_path / "store"), study)) as store:
        store.enter_phase(PhaseEntry(Phase.CLOSED, "v", dt.date(2026, 1, 15), "enough"))
    assert "The last day of fieldwork is 15 January 2026." in sheet_of(study, monkeypatch, tmp_path)


@pytest.mark.parametrize(
    ("privacy", "said", "unsaid"),
    [
        ("confidential", "It is destroyed when fieldwork closes", "Anonymous:"),
        ("anonymous", "no table says which invitation has which code", "Confidential:"),
        ("", "Nobody is invited", "Confidential:"),
    ],
)
def test_who_can_link_what_goes_by_the_privacy_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, privacy: str, said: str, unsaid: str
) -> None:
    told = sheet_of(make_study(tmp_path / "study", privacy=privacy), monkeypatch, tmp_path)
    assert said in told
    assert unsaid not in told
    assert ("links.sqlite" in told) is (privacy == "confidential")
    assert ("sample.sqlite" in told) is bool(privacy)
    assert ("--erase-person" in told) is (privacy == "confidential")
    assert ("No code is kept on the server." in told) is (privacy != "confidential")


def test_nothing_is_made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = sheet_of(make_study(tmp_path / "study", about="", privacy=""), monkeypatch, tmp_path)
    for label in ("Controller", "Purpose", "Lawful basis", "What respondents agree to", "Fieldwork"):
        assert f"{label} | not stated" in told
    assert "There are no keys: contact details are kept readable" in told
    assert "answers.sqlite | not stated" in told
    missing = told.partition("until it does, the sheet isn't complete:\n")[2].splitlines()
    assert missing == [
        *("controller", "contact", "purpose", "lawful_basis", "consent", "consent_version", "closes"),
        *("special_categories", "processors", "transfers", "contacts", "retention_months", "contact_keys"),
    ]


def sample_rows(told: str) -> dict[str, str]:
    """The rows of tables in the chapter on who is invited: first cell to second."""
    _, _, after = told.partition("\nWho is invited: their data\n")
    chapter, _, _ = after.partition("\nWhat is kept where, and for how long\n")
    lines = (line for line in chapter.splitlines() if " | " in line)
    return {name: said for name, _, said in (line.partition(" | ") for line in lines)}


@pytest.mark.parametrize("privacy", ["confidential", "anonymous"])
def test_the_data_of_who_is_invited_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, privacy: str
) -> None:
    study = make_study(tmp_path / "study", privacy=privacy)
    told = sheet_of(study, monkeypatch, tmp_path)
    rows = sample_rows(told)
    assert rows["Mail address, and name where the list has one"] == "to send the invitation and its reminders"
    assert rows["Where the addresses come from"] == "The members' register."
    assert rows["Who may read the list"] == "Two people of the bureau."
    assert rows["Where"] == "sample.sqlite"
    assert rows["How long"].startswith("one month after the last day of fieldwork")
    assert "Further columns of the list: none known yet: there is no list" in rows
    assert ("The code itself, in a table of its own until fieldwork closes" in rows) is (
        privacy == "confidential"
    )
    assert any(name.startswith("Marks: has begun, has finished") for name in rows) is (privacy == "anonymous")
    assert "Addresses and names are kept readable" in told


def test_everything_that_is_kept_of_a_person_is_told() -> None:
    """A field of a person that the sheet says nothing of makes this fail."""
    told = {
        "sample_address": {"address", "name", "sealed"},
        "sample_language": {"language"},
        "sample_columns": {"strata"},
        "sample_codes": {"sample_key", "fresh_key", "leave_key"},
        "sample_mails": {"invited_on", "reminded", "mailed_on", "mails"},
        "sample_flags": {"bounced", "unsubscribed", "refused"},
        "sample_begun": {"started", "done"},
    }
    assert set.union(*told.values()) | {"id"} == {one.name for one in fields(Person)}
    assert {*OF_EACH, "sample_flags", MARKS[Privacy.ANONYMOUS]} == told.keys()


def test_the_columns_of_the_list_are_named_and_a_sealed_list_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = make_study(tmp_path / "study")
    settings = study.folder / "study.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(
            "[fieldwork]\n", "[fieldwork]\nspecial_category = true\n"
        ),
        encoding="utf-8",
    )
    study = read_sound_study(study.folder)
    url = str(tmp_path / "store")
    with closing(open_store(url, study)), closing(open_sample(url, study)) as sample:
        sample.add([NewPerson("ada@example.org", "Ada", "nl", {"region": "north", "sector": "film"})])
    told = sheet_of(study, monkeypatch, tmp_path)
    assert "Further columns of the list: region, sector | " in told
    assert "Addresses and names are kept readable" not in told
    assert "addresses and names are kept sealed to the keys below" in told
    assert "north" not in told


def test_who_else_handles_the_data_is_told_or_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = sheet_of(make_study(tmp_path / "study"), monkeypatch, tmp_path)
    assert "Processors | Hosting: Voorbeeld Hosting, Utrecht." in told
    assert "Transfers outside the European Economic Area | No data leave the EEA." in told
    monkeypatch.undo()
    bare = make_study(tmp_path / "bare")
    settings = bare.folder / "study.toml"
    text = settings.read_text(encoding="utf-8").partition("[fieldwork.handling]")[0]
    settings.write_text(text, encoding="utf-8")
    store = ["--store", str(tmp_path / "none"), "--out", str(tmp_path / "out")]
    assert main(["privacy", str(bare.folder), *store]) == 0, "named, not refused"
    unsaid = "processors, transfers, sample_source, sample_readers"
    assert f"Not stated in study.toml: {unsaid}." in capsys.readouterr().out


def test_the_studys_own_words_are_told_in_the_sheets_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_study(tmp_path / "study").folder
    settings = folder / "study.toml"
    text = settings.read_text(encoding="utf-8").replace('["nl"]', '["en", "nl"]')
    settings.write_text(text.replace('"health"', '["health", "origin"]'), encoding="utf-8")
    (folder / "translations").mkdir()
    said = {
        "study.purpose": ("Weten wie thuis werkt.", "Om te weten wie thuis werkt."),
        "study.special_categories": ("health, origin", "gezondheid, afkomst"),
        "handling.transfers": ("No data leave the EEA.", "Er gaat niets de EER uit."),
        "handling.sample_source": ("The members' register.", "Het ledenregister."),
    }
    entries = (f'msgctxt "{path}"\nmsgid "{base}"\nmsgstr "{to}"\n' for path, (base, to) in said.items())
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (folder / "translations" / "nl.po").write_text(head + "\n".join(entries), encoding="utf-8")
    study = read_sound_study(folder)
    dutch = sheet_of(study, monkeypatch, tmp_path, "nl")
    monkeypatch.undo()
    english = sheet_of(study, monkeypatch, tmp_path, "en")
    for base, translated in said.values():
        assert translated in dutch
        assert base not in dutch
        assert base in english
    assert "/nl/access" in dutch
    assert "/nl/erase" in dutch
    assert "/en/" not in dutch
    assert "/en/access" in english


def test_a_sheet_in_a_language_that_the_pages_dont_have_leads_to_the_ones_they_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "/nl/access" in sheet_of(make_study(tmp_path / "study"), monkeypatch, tmp_path, "en")


@pytest.mark.slow
def test_it_is_written_in_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_study(tmp_path / "study")
    out = tmp_path / "out"
    arguments = ["--to", "html,pdf,docx", "--out", str(out), "--store", str(tmp_path / "none")]
    assert main(["privacy", str(tmp_path / "study"), *arguments]) == 0
    assert "Not stated" not in capsys.readouterr().out
    assert "Verwerkingsverantwoordelijke" in (out / "data-protection.nl.html").read_text(encoding="utf-8")
    assert (out / "data-protection.nl.pdf").read_bytes().startswith(b"%PDF")
    assert (out / "data-protection.nl.docx").read_bytes().startswith(b"PK")
    assert not (tmp_path / "none").exists()


def test_both_languages_have_the_same_words_and_all_are_said() -> None:
    dutch, english = (protection_words(language) for language in LANGUAGES)
    assert list(dutch) == list(english)
    assert not [key for key in dutch if dutch[key] == english[key]]
    places = re.compile(r"\{\w+\}")
    assert [places.findall(dutch[key]) for key in dutch] == [places.findall(english[key]) for key in dutch]
    folder = Path(composed.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("protection*.py"))
    assert all(
        f"{name}_for" in dutch for name in (*OF_EACH, *MARKS.values(), "sample_flags", "sample_erased")
    )
    made = ("access_", "privacy_", "keep_", "safe_")
    assert [
        key
        for key in dutch
        if not re.search(rf"[\"']{key.removesuffix('_for')}[\"']", source) and not key.startswith(made)
    ] == []


def test_a_language_without_words_of_its_own_is_told_in_english() -> None:
    assert protection_words("fr") == protection_words("en")
    assert protection_words("nl-BE") == protection_words("nl")
