"""Short titles, and the other texts of plan.toml and study.toml that a report prints, in every language."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from check_example import codes, write_files

from peil.core.problem import Problem
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study
from peil.study.short_title import short_title
from peil.study.study import Study

SETTINGS = """\
[about]
title = "AI at work"
subtitle = "A pilot"
languages = ["en", "nl"]
client = "The Union"
agency = "The Agency"
"""

QUESTIONNAIRE = """\
# use: Use of AI
note: asked first
note: as agreed

## usage
How often do you use AI at work? Think of the last month.
- ( ) often: Often
- ( ) never: Never

## reasons
Why?
- [ ] speed: Faster
- [ ] other: Other, namely ____

## detail  {for each reasons}
What exactly? ____

## ability  {matrix}
How well?
columns
- ( ) worse: Worse
- ( ) equal: As well
rows
- grants: Writing grant proposals
- mail: Mail
- own: Another task, namely ____
"""

TITLES = """\
[titles]
usage = "Use of AI"
detail = "Details"
"detail[other]" = "Other details"
ability = "Quality"
"ability.grants" = "Grants"
heavy = "Heavy users"
"""

PLAN = """\
[analysis]
groups = ["heavy", "user"]

[derived.heavy]
title = "Uses AI often"
if = "usage is often"

[derived.user]
title = "Uses AI"
if = "usage is not never"

[weighting]
reason = "There is no register."

[crosswalk.jobs]
question = "usage"
title = "Classes"
source = "Statistics Netherlands"
rows.often = ["Daily"]
"""

TRANSLATED = {
    "study.subtitle": ("A pilot", "Een proef"),
    "study.client": ("The Union", "De Bond"),
    "study.agency": ("The Agency", "Het Bureau"),
    "plan.titles.usage": ("Use of AI", "Gebruik van AI"),
    "plan.titles.ability.grants": ("Grants", "Subsidies"),
    "plan.weighting.reason": ("There is no register.", "Er is geen register."),
    "plan.jobs.source": ("Statistics Netherlands", "CBS"),
}


def catalogue(paths: Iterable[str]) -> str:
    entries = (
        f'msgctxt "{path}"\nmsgid "{TRANSLATED[path][0]}"\nmsgstr "{TRANSLATED[path][1]}"\n' for path in paths
    )
    return "\n".join(('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', *entries))


def read(folder: Path, titles: str = TITLES, settings: str = SETTINGS, paths: Iterable[str] = ()) -> Study:
    files = {
        "study.toml": settings,
        "questionnaire.md": QUESTIONNAIRE,
        "plan.toml": PLAN + titles,
        "translations/nl.po": catalogue(paths or TRANSLATED),
    }
    return read_study(write_files(folder, files))


def about(problems: Iterable[Problem], file: str = "plan.toml") -> list[str]:
    return [f"{one.span} {one.code} {one.hint}" for one in problems if one.span.file == file]


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("usage", "Use of AI"),
        ("reasons", "Why?"),
        ("detail[speed]", "Details"),
        ("detail[other]", "Other details"),
        ("ability", "Quality"),
        ("ability.grants", "Grants"),
        ("ability.mail", "Mail"),
        ("ability.own", "Another task"),
        ("heavy", "Heavy users"),
        ("user", "Uses AI"),
        ("gone", "gone"),
    ],
)
def test_an_item_is_headed_by_its_title_or_the_best_there_is(tmp_path: Path, key: str, title: str) -> None:
    assert short_title(read(tmp_path), key, "en") == title


def test_without_titles_a_matrix_is_headed_by_its_question(tmp_path: Path) -> None:
    study = read(tmp_path, titles="")
    assert study.plan.titles == {}
    assert short_title(study, "ability", "en") == "How well?"
    assert short_title(study, "usage", "en") == "How often do you use AI at work? Think of the last month."


def test_titles_and_the_other_printed_texts_are_said_in_every_language(tmp_path: Path) -> None:
    study = read(tmp_path)
    assert short_title(study, "usage", "nl") == "Gebruik van AI"
    assert short_title(study, "ability.grants", "nl") == "Subsidies"
    assert study.plan.weighting.reason.plain("nl") == "Er is geen register."
    assert study.plan.crosswalks["jobs"].source.plain("nl") == "CBS"
    assert study.plan.crosswalks["jobs"].rows == (("often", ("Daily",)),)
    assert study.about.subtitle
    assert (study.about.subtitle.plain("nl"), study.about.subtitle.plain("en")) == ("Een proef", "A pilot")
    assert study.about.client
    assert (study.about.client.plain("nl"), study.about.client.plain("en")) == ("De Bond", "The Union")
    assert study.about.agency
    assert (study.about.agency.plain("nl"), study.about.agency.plain("en")) == ("Het Bureau", "The Agency")
    assert "Q028" not in codes(study.problems)
    assert not {path for _, path in study.untranslated} & TRANSLATED.keys()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("study.subtitle", "study.toml:3:13"),
        ("study.client", "study.toml:5:11"),
        ("study.agency", "study.toml:6:11"),
        ("plan.titles.usage", "plan.toml:21:10"),
        ("plan.titles.ability.grants", "plan.toml:25:21"),
        ("plan.weighting.reason", "plan.toml:13:11"),
        ("plan.jobs.source", "plan.toml:18:11"),
    ],
)
def test_a_text_without_translation_is_told_where_it_stands(tmp_path: Path, path: str, place: str) -> None:
    study = read(tmp_path, paths=TRANSLATED.keys() - {path})
    found = [str(one.span) for one in check_study(study) if (one.code, one.got) == ("Q026", path)]
    assert [span.rpartition("/")[2] for span in found] == [place]


def test_what_was_not_written_needs_no_translation(tmp_path: Path) -> None:
    plan = '[analysis]\ngroups = []\n[crosswalk.jobs]\nquestion = "usage"\ntitle = "Classes"\n'
    study = read_study(
        write_files(tmp_path, {"questionnaire.md": QUESTIONNAIRE, "plan.toml": plan, "study.toml": SETTINGS})
    )
    assert not {"plan.weighting.reason", "plan.jobs.source"} & {path for _, path in study.untranslated}
    assert (study.plan.weighting.reason.plain("en"), study.plan.crosswalks["jobs"].source.plain("en")) == (
        "",
        "",
    )


@pytest.mark.parametrize(
    ("titles", "problem"),
    [
        ('[titles]\nusge = "Use"\n', 'plan.toml:21:1 Q010 Did you mean "usage"?'),
        ('[titles]\n"ability.grant" = "G"\n', 'plan.toml:21:1 Q010 Did you mean "ability.grants"?'),
        ('[titles]\nability.grant = "G"\n', 'plan.toml:21:9 Q010 Did you mean "ability.grants"?'),
        ("[titles]\nusage = 1\n", 'plan.toml:21:1 Q032 Write usage = "…".'),
        ('[titles]\nusage = " "\n', "plan.toml:21:1 Q032 Write it, or take the line away."),
    ],
)
def test_a_title_of_nothing_is_a_problem(tmp_path: Path, titles: str, problem: str) -> None:
    study = read(tmp_path, titles=titles)
    (found,) = about(study.problems)
    assert found.startswith(problem)
    assert study.plan.titles == {}


def test_titles_that_are_no_table_are_a_problem(tmp_path: Path) -> None:
    study = read_study(write_files(tmp_path, {"plan.toml": 'titles = "Use"\n'}))
    assert about(study.problems) == ["plan.toml:1:1 Q032 Write [titles] above it."]


def test_a_row_may_be_named_with_a_dotted_key(tmp_path: Path) -> None:
    study = read(tmp_path, titles='[titles]\nability.grants = "Grants"\n')
    assert about(study.problems) == []
    assert short_title(study, "ability.grants", "nl") == "Subsidies"


def test_a_title_of_what_is_broken_already_is_told_once(tmp_path: Path) -> None:
    plan = '[titles]\nX = "Gone"\n'
    questionnaire = "# a: A\n\n## X\nWhy? ____\n"
    study = read_study(write_files(tmp_path, {"questionnaire.md": questionnaire, "plan.toml": plan}))
    assert codes(study.problems) == ["Q002"]


def test_a_section_keeps_its_notes(tmp_path: Path) -> None:
    (section,) = read(tmp_path).questionnaire.sections
    assert section.note == "asked first\nas agreed"


def test_a_misspelt_subtitle_is_a_problem(tmp_path: Path) -> None:
    study = read(tmp_path, settings=SETTINGS.replace("subtitle", "subtitel"))
    assert 'study.toml:3:1 Q031 Did you mean "subtitle"?' in about(study.problems, "study.toml")
