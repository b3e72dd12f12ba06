"""talks/: settings, notes and marks are read with a place for everything that is wrong."""

import datetime as dt
import string
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from check_example import write_files
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Problem
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study
from peil.study.reader.read_talks import KNOWN
from peil.study.study import Study
from peil.study.talk import Talk, TalkKind, quotations

ABOUT = '[about]\ntitle = "Use of AI"\nlanguages = ["en", "nl"]\n'
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
THEMES = """\
[quality]
title = { en = "Quality", nl = "Kwaliteit" }
description = "What it does to the work."

[prices]
title = { en = "Prices", nl = "Prijzen" }
"""
HEADER = """\
kind = "focus_group"
date = 2026-03-05
participants = 4
speakers = ["P1", "P2", "P3", "P4"]
composition = { en = "writers and designers", nl = "schrijvers en ontwerpers" }
moderator = "M. Oderator"
consent = "on paper"
quoting = true
unquoted = ["P4"]
approved_by = "A. Author"
approved_on = 2026-03-14
"""
NOTES = """\
Before any heading.

## Use

[themes: quality, prices | section: use] They use it
for everything.

- [themes: prices] Rates go down.
- An item without a mark,
  over two lines.

> [P1 | themes: quality | section: use | id: deadline] “It helps me
> to meet a deadline.”
>
> nl: “Ik haal er
> een deadline mee.”

> [P2 | draft] "Not bad."
"""


def talk_file(notes: str = NOTES, header: str = HEADER) -> str:
    return f"# Focus group\n\n```toml\n{header}```\n\n{notes}"


def read(folder: Path, talk: str | None = None, name: str = "group1", **files: str) -> Study:
    names = {
        "study.toml": ABOUT,
        "translations/nl.po": CATALOGUE,
        "talks/themes.toml": THEMES,
        f"talks/{name}.md": talk_file() if talk is None else talk,
        **files,
    }
    return read_study(write_files(folder, names))


def of_talks(study: Study) -> list[Problem]:
    return [one for one in check_study(study) if one.span.file.startswith("talks")]


def told(problems: list[Problem]) -> list[tuple[str, str, int, int]]:
    return [(one.code, one.message, one.span.line, one.span.column) for one in problems]


def test_a_talk_is_read_with_all_that_stands_in_it(tmp_path: Path) -> None:
    study = read(tmp_path)
    assert of_talks(study) == []
    talk = study.talks["group1"]
    assert (talk.kind, talk.date, talk.participants) == (TalkKind.FOCUS_GROUP, dt.date(2026, 3, 5), 4)
    assert talk.composition == {"en": "writers and designers", "nl": "schrijvers en ontwerpers"}
    assert (talk.moderator, talk.consent, talk.language) == ("M. Oderator", "on paper", "en")
    assert (talk.quoting, talk.unquoted, talk.invented) == (True, ("P4",), False)
    assert (talk.approved_by, talk.approved_on) == ("A. Author", dt.date(2026, 3, 14))
    assert (talk.agreed, talk.approved) == (True, True)
    assert [(note.heading, note.text, note.themes, note.section) for note in talk.notes] == [
        ("", "Before any heading.", (), ""),
        ("Use", "They use it\nfor everything.", ("quality", "prices"), "use"),
        ("Use", "Rates go down.", ("prices",), ""),
        ("Use", "An item without a mark,\n  over two lines.", (), ""),
    ]
    first, second = talk.said
    assert (first.speaker, first.id, first.themes) == ("P1", "deadline", ("quality",))
    assert first.words == {"en": "It helps me\nto meet a deadline.", "nl": "Ik haal er\neen deadline mee."}
    assert (first.section, first.draft, second.draft) == ("use", False, True)
    assert (first.span.line, first.spans["en"].column, first.spans["nl"].line) == (28, 57, 31)
    assert (second.words, second.id, second.themes) == ({"en": "Not bad."}, "", ())


def test_themes_are_read(tmp_path: Path) -> None:
    themes = read(tmp_path).themes
    assert list(themes) == ["quality", "prices"]
    assert themes["quality"].titles == {"en": "Quality", "nl": "Kwaliteit"}
    assert themes["quality"].descriptions == {"en": "What it does to the work."}


def test_a_study_without_talks_has_none(tmp_path: Path) -> None:
    study = read_study(write_files(tmp_path, {}))
    assert (study.talks, study.themes) == ({}, {})


def test_a_talk_in_another_language_is_noted_in_it(tmp_path: Path) -> None:
    notes = '> [P1] "Es hilft."\n> en: "It helps."\n'
    study = read(tmp_path, talk_file(notes, HEADER + 'language = "de"\n'))
    assert of_talks(study) == []
    assert study.talks["group1"].said[0].words == {"de": "Es hilft.", "en": "It helps."}


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ('kind = "focusgroup"', ('"focusgroup" is no kind of talk.', 4, 1)),
        ("participants = 0", ("How many people took part?", 6, 1)),
        ('participants = "four"', ('"participants" is a whole number from 0.', 6, 1)),
        ('date = "5 March"', ('"date" is a date.', 5, 1)),
        ('language = "Dutch"', ('"Dutch" is no language code.', 15, 1)),
        ("consent = 5", ('"consent" is true, false or a text.', 10, 1)),
        ('names = ["Anna"]', ('talks/group1.md has no setting "names".', 15, 1)),
        ('composition = { de = "Schreiber" }', ('"de" is no language of the study.', 8, 17)),
        ("composition = 3", ('"composition" is a text, or a text by language.', 8, 1)),
        ("composition = { en = 3 }", ("The words are a text.", 8, 17)),
    ],
)
def test_a_setting_that_is_wrong_has_its_place(
    tmp_path: Path, header: str, problem: tuple[str, int, int]
) -> None:
    key = header.partition(" ")[0]
    lines = [header if line.startswith(f"{key} ") else line for line in HEADER.splitlines()]
    lines += [] if header in lines else [header]
    found = told(of_talks(read(tmp_path, talk_file("", "\n".join(lines) + "\n"))))
    assert ("Q113", *problem) in [(code, message, line, column) for code, message, line, column in found]


@pytest.mark.parametrize("key", ["kind", "date", "participants"])
def test_a_setting_that_is_needed_is_asked_for(tmp_path: Path, key: str) -> None:
    header = "".join(line for line in HEADER.splitlines(keepends=True) if not line.startswith(key))
    assert [one.code for one in of_talks(read(tmp_path, talk_file("", header)))] == ["Q113"]


@pytest.mark.parametrize(
    ("text", "code"), [("# A talk\n\nNotes.\n", "Q113"), ("```toml\nkind = \n```\n", "Q035"), ("", "Q113")]
)
def test_a_talk_without_readable_settings_is_told_once(tmp_path: Path, text: str, code: str) -> None:
    study = read(tmp_path, text)
    assert [one.code for one in study.problems] == [code]
    assert not study.talks["group1"].approved


@pytest.mark.parametrize(
    ("notes", "problem"),
    [
        ('> "Nobody said this."', ("Q113", "The quotation has no mark.", 17, 3)),
        ("> [P1 | id: a]", ("Q113", "The quotation has no words.", 17, 3)),
        ('> [P1 | id: A b] "Yes."', ("Q113", '"A b" is no id.', 17, 13)),
        ('> [P1 | role: director] "Yes."', ("Q113", 'A mark has no "role".', 17, 15)),
        ('> [P1 | theme: prices] "Yes."', ("Q113", 'A mark has no "theme".', 17, 16)),
        ('> [P1 | director] "Yes."', ("Q113", '"director" says nothing here.', 17, 9)),
        ("[theme: prices] Yes.", ("Q113", 'A mark has no "theme".', 17, 9)),
        ("[id: a] Yes.", ("Q113", 'A mark has no "id".', 17, 6)),
        ('> [P1 | themes: quality, price] "Yes."', ("Q114", 'There is no theme "price".', 17, 26)),
        ("- [themes: qualty] Yes.", ("Q114", 'There is no theme "qualty".', 17, 12)),
        ('> [Anna] "Yes."', ("Q116", '"Anna" is no code of a speaker.', 17, 3)),
        ('> [P7] "Yes."', ("Q116", 'Nobody is called "P7" in these notes.', 17, 3)),
        ('> [P1] "Mail a@example.org."', ("Q117", "These notes hold an e-mail address.", 17, 14)),
        ("Call 06-12345678.", ("Q117", "These notes hold a telephone number.", 17, 6)),
        (
            '> [P1 | section: usee] "Yes."',
            ("Q115", 'The report has no section, figure or table "usee".', 17, 18),
        ),
    ],
)
def test_a_mark_that_is_wrong_has_its_place(
    tmp_path: Path, notes: str, problem: tuple[str, str, int, int]
) -> None:
    report = {"report/1.md": "# Results\n\n## Use {findings, #use}\n\nIt is used.\n"}
    found = of_talks(read(tmp_path, talk_file(notes), **report))
    assert problem in told(found)
    assert {one.code for one in found} == {problem[0]}
    assert all(one.hint for one in found)


def test_what_only_looks_like_a_mark_is_none(tmp_path: Path) -> None:
    notes = "[this: that](https://x.org) is a link.\n\n[brackets] are words.\n\n- [ ] a box\n"
    study = read(tmp_path, talk_file(notes))
    assert {one.code for one in of_talks(study)} <= {"Q117"}
    assert [note.text for note in study.talks["group1"].notes][1:] == ["[brackets] are words.", "[ ] a box"]


def test_sections_are_looked_for_in_a_report_alone(tmp_path: Path) -> None:
    assert of_talks(read(tmp_path, talk_file('> [P1 | section: anything] "Yes."'))) == []
    with_figure = {"report/1.md": "# Results\n\n::: figure often\n:::\n"}
    study = read(tmp_path, talk_file('> [P1 | section: often] "Yes."'), **with_figure)
    assert of_talks(study) == []


def test_more_people_than_took_part_is_told(tmp_path: Path) -> None:
    found = of_talks(read(tmp_path, talk_file("", HEADER.replace("participants = 4", "participants = 3"))))
    assert [(one.code, one.message) for one in found] == [
        ("Q116", "4 people speak in these notes, and 3 took part.")
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('unquoted = ["P4"]', 'unquoted = ["P9"]', "Q116"),
        ('"P3", "P4"]', '"P3", "Ann P."]', "Q116"),
        ('consent = "on paper"', "consent = false", "Q117"),
        ("writers and designers", "two writers and one designer", "Q117"),
        ("schrijvers en ontwerpers", "schrijvers en één ontwerper", "Q117"),
    ],
)
def test_what_gives_somebody_away_above_the_notes_is_told(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert old in HEADER
    found = of_talks(read(tmp_path, talk_file("", HEADER.replace(old, new))))
    assert {one.code for one in found} == {code}


def test_an_invented_talk_needs_no_consent(tmp_path: Path) -> None:
    header = HEADER.replace('consent = "on paper"', "invented = true")
    assert of_talks(read(tmp_path, talk_file("", header))) == []


def test_a_name_is_of_one_quotation_alone(tmp_path: Path) -> None:
    quotes = '[[quote]]\nid = "deadline"\ntext = "It helps."\n'
    found = of_talks(read(tmp_path, **{"quotes.toml": quotes}))
    assert [(one.code, one.span.line) for one in found] == [("Q113", 28)]
    twice = NOTES + '\n> [P1 | id: deadline] "Again."\n'
    study = read(tmp_path, talk_file(twice), **{"quotes.toml": ""})
    assert [(one.code, one.span.line) for one in of_talks(study)] == [("Q113", 36)]
    assert [said.words["en"][:8] for _, said in quotations(study.talks)] == ["It helps"]


def test_a_file_has_an_id_for_a_name(tmp_path: Path) -> None:
    assert [one.code for one in of_talks(read(tmp_path, name="Group 1"))] == ["Q113"]


@pytest.mark.parametrize(
    "themes",
    ["[Quality]\n", 'quality = "x"\n', "[quality]\ntitle = 3\n", "[quality]\ntitel = 'x'\n", "[quality]\n"],
)
def test_a_theme_that_is_wrong_is_told(tmp_path: Path, themes: str) -> None:
    study = read(tmp_path, talk_file(""), **{"talks/themes.toml": themes})
    found = [one for one in study.problems if one.span.file == "talks/themes.toml"]
    assert {one.code for one in found} == {"Q113"}
    assert all(one.hint for one in found)


VALUES = ["3", "-1", "true", '""', '"P1"', "[1]", '["P1", "P1"]', "{ en = 1 }", "2026-03-05T10:00:00", "inf"]


@pytest.mark.slow
@given(st.dictionaries(st.sampled_from(KNOWN), st.sampled_from(VALUES)))
def test_no_settings_stop_the_reader(settings: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        header = "".join(f"{name} = {value}\n" for name, value in settings.items())
        study = read(Path(folder), talk_file(NOTES, header))
        assert all(one.message and one.span.line for one in of_talks(study))


PIECES = [
    "> ",
    "[",
    "]",
    "|",
    "P1",
    "themes:",
    "section:",
    "quality",
    ",",
    "\n",
    "\n\n",
    "- ",
    "# ",
    "en:",
    '"',
]


@pytest.mark.slow
@given(st.lists(st.sampled_from([*PIECES, *string.ascii_lowercase[:3], "é", "1. ", "(", "\t"]), max_size=40))
def test_no_notes_stop_the_reader(pieces: list[str]) -> None:
    with TemporaryDirectory() as folder:
        study = read(Path(folder), talk_file("".join(pieces)))
        for one in of_talks(study):
            assert one.message
            assert one.span.line
        talk: Talk = study.talks["group1"]
        assert all(said.words["en"] for said in talk.said)
