"""compare/population/*.toml: read with a place for everything that is wrong, and nothing filled in."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from check_example import check_files, write_files
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Problem
from peil.study.population import Headline, Population, Unit
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.told import in_language

QUESTIONNAIRE = """\
# use: Use of AI

## job
What do you do?
- ( ) staff: I am employed
- ( ) own: I work for myself
- ( ) other: Something else

## reasons
Why?
- [ ] speed: Speed
- [ ] quality: Quality
"""
PLAN = """\
[analysis]
groups = ["job"]

[nets.job]
works = { title = "works", options = ["staff", "own"] }

[crosswalk.jobs]
question = "job"
title = "Jobs"
rows.staff = ["Employees", "Trainees"]
rows.own = ["Freelancers"]
"""
ABOUT = '[about]\ntitle = "Use of AI"\nlanguages = ["en", "nl"]\n'
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
POPULATION = """\
title = { en = "People at work", nl = "Werkenden" }
source = "National statistics"
url = "https://example.org/work"
period = "third quarter of 2025"
unit = "people"
group = "job"
points = 5
minimum = 12
headlines = ["reasons: speed", "job: net:works"]

[[class]]
name = { en = "Employees", nl = "Werknemers" }
percent = 63.5
to = "staff"

[[class]]
name = "Trainees"
to = "staff"

[[class]]
name = "Freelancers"
percent = 20
to = "own"

[[class]]
name = "Soldiers"
percent = 9

[verdict]
text = "The sample mirrors the field."
source = "Report, section 2"
"""
PLACE = "compare/population/work.toml"


def read(folder: Path, population: str = POPULATION, **files: str) -> Study:
    names = {
        "study.toml": ABOUT,
        "plan.toml": PLAN,
        "questionnaire.md": QUESTIONNAIRE,
        "translations/nl.po": CATALOGUE,
        PLACE: population,
        **files,
    }
    return read_study(write_files(folder, names))


def told(study: Study) -> list[Problem]:
    return [one for one in study.problems if one.span.file.startswith("compare/population")]


def population(folder: Path, text: str, **files: str) -> Population:
    study = read(folder, text, **files)
    assert told(study) == []
    return study.populations["work"]


def test_a_population_is_read_with_all_that_stands_beside_it(tmp_path: Path) -> None:
    found = population(tmp_path, POPULATION)
    assert in_language(found.title, "nl") == "Werkenden"
    assert in_language(found.source, "nl") == "National statistics"
    assert (found.url, found.unit, found.study_unit) == (
        "https://example.org/work",
        Unit.PEOPLE,
        Unit.PEOPLE,
    )
    assert (found.group, found.points, found.minimum) == ("job", 5, 12)
    assert [(one.size, one.to) for one in found.classes] == [
        (Decimal("63.5"), "staff"),
        (None, "staff"),
        (Decimal(20), "own"),
        (Decimal(9), ""),
    ]
    assert found.headlines == (Headline("reasons", ("speed",)), Headline("job", ("net:works",)))
    assert found.verdict is not None
    assert not found.verdict.paraphrase


def test_a_share_of_which_a_part_is_unknown_is_unknown(tmp_path: Path) -> None:
    """Trainees have no size: what employees alone are isn't the share of everybody on staff."""
    found = population(tmp_path, POPULATION)
    assert set(found.shares) == {"own"}
    assert [in_language(one.name, "en") for one in found.strangers] == ["Soldiers"]
    whole = POPULATION.replace('name = "Trainees"\n', 'name = "Trainees"\npercent = 4\n')
    staff = population(tmp_path, whole).shares["staff"]
    assert (staff.percent, staff.decimals, staff.slack) == (
        Fraction("67.5"),
        1,
        Fraction(1, 20) + Fraction(1, 2),
    )


def test_bound_and_minimum_are_the_plans_by_default(tmp_path: Path) -> None:
    bare = POPULATION.replace("points = 5\nminimum = 12\n", "")
    plan = PLAN + "\n[deviation]\npoints = 8\n\n[disclosure]\nminimum_base = 15\n"
    found = population(tmp_path, bare, **{"plan.toml": plan})
    assert (found.points, found.minimum) == (8, 15)


def test_classes_of_a_csv_file_are_read_like_those_inline(tmp_path: Path) -> None:
    head = POPULATION.partition("[[class]]")[0] + 'file = "work.csv"\n'
    rows = "class;percent;to\nEmployees;63,5;staff\nTrainees;;staff\nFreelancers;20;own\nSoldiers;9;\n"
    by_file = population(tmp_path, head, **{"compare/population/work.csv": rows})
    with TemporaryDirectory() as folder:
        inline = population(Path(folder), POPULATION)
    assert [(one.size, one.to) for one in by_file.classes] == [(one.size, one.to) for one in inline.classes]
    assert by_file.shares == inline.shares
    assert by_file.classes[0].span.line == 2


def test_counts_are_parts_of_their_sum_or_of_the_total_that_is_given(tmp_path: Path) -> None:
    head = POPULATION.partition("[[class]]")[0]
    rows = "class,count,to\nEmployees,60,staff\nFreelancers,20,own\nOthers,,other\n"
    csv = {"compare/population/work.csv": rows.replace("Others,,other\n", "")}
    found = population(tmp_path, f'{head}file = "work.csv"\n', **csv)
    assert found.shares["staff"].percent == 75
    csv = {"compare/population/work.csv": rows}
    part = population(tmp_path, f'{head}file = "work.csv"\ntotal = 160\n', **csv)
    assert {name: share.percent for name, share in part.shares.items()} == {"staff": 37.5, "own": 12.5}
    rounded = population(tmp_path, f'{head}file = "work.csv"\ntotal = 160\nrounded_to = 10\n', **csv)
    assert rounded.shares["staff"].slack == Fraction(500, 160)


def test_the_plans_crosswalk_says_what_corresponds_and_what_has_no_share(tmp_path: Path) -> None:
    text = POPULATION.partition("[[class]]")[0] + (
        'crosswalk = "jobs"\n\n[[class]]\nname = "Paid work"\ntakes = ["Employees", "Trainees"]\n'
        "percent = 70\n"
    )
    found = population(tmp_path, text)
    assert [(in_language(one.name, "en"), one.to, one.size) for one in found.classes] == [
        ("Paid work", "staff", 70),
        ("Freelancers", "own", None),
    ]
    assert set(found.shares) == {"staff"}


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message"),
    [
        ("title = {", "titel = {", "Q108", 1, 'no setting "titel"'),
        ('source = "National statistics"', "", "Q108", 1, "has no source"),
        ("https://", "www.", "Q108", 3, "is no address"),
        ('period = "third quarter of 2025"\n', "", "Q108", 1, "doesn't say of when"),
        ('unit = "people"', 'unit = "persons"', "Q108", 5, '"persons" is no unit'),
        ('unit = "people"\n', "", "Q108", 1, "what the source counts"),
        ('group = "job"', 'group = "jbo"', "Q108", 6, '"jbo" is no question'),
        ('group = "job"', 'group = "reasons"', "Q108", 6, '"reasons" is no question'),
        ("points = 5", "points = 0", "Q108", 7, "a whole number from 1"),
        ("minimum = 12", "minimum = 9", "Q108", 8, "a whole number from 10"),
        ('"reasons: speed"', '"reasons: sped"', "Q108", 9, 'reasons has no option "sped"'),
        ('"reasons: speed"', '"reson: speed"', "Q108", 9, "names no item"),
        ('"reasons: speed"', '"reasons: speed + quality"', "Q108", 9, "would count twice"),
        ("percent = 63.5", "percent = -1", "Q108", 13, "a number from 0"),
        ("percent = 63.5", "percent = 63.5\ncount = 4", "Q108", 14, "both a percentage and a count"),
        ("percent = 9", "count = 9", "Q108", 1, "others a count"),
        ('name = "Soldiers"', "", "Q108", 25, "has the name"),
        ("percent = 9", "percent = 90", "Q109", 1, "add up to 173.5%, and not to 100%"),
        ('to = "own"', 'to = "won"', "Q109", 20, 'job has no class "won"'),
        ('name = "Soldiers"', 'name = "Freelancers"', "Q109", 25, "matched twice"),
        ('unit = "people"', 'unit = "jobs"', "Q110", 5, "The source counts jobs"),
        ('source = "Report, section 2"', "", "Q108", 29, "The verdict has no source"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, code: str, line: int, message: str
) -> None:
    assert POPULATION.count(old) == 1
    problems = told(read(tmp_path, POPULATION.replace(old, new)))
    found = [one for one in problems if message in one.message]
    assert [one.code for one in found] == [code], problems
    assert found[0].span.line == line
    assert found[0].hint


@pytest.mark.parametrize(
    ("more", "rows", "message"),
    [
        ("", "class,share,to\nA,1,own\n", 'no column "share"'),
        ("", "percent,to\n1,own\n", 'one column "class"'),
        ("", "class,percent,to\nA,many,own\n", '"many" is no number'),
        ("", "class,percent,to\n,3,own\n", "names no class"),
        ("", "class,percent,count,to\nA,3,3,own\n", "both a percentage"),
        ("", "class,count,to\nA,3,own\nB,,staff\n", "no total that the others"),
        ("total = 5\n", "class,count,to\nA,3,own\nB,3,staff\n", "add up to 6, and not to 5"),
        ("total = 5\n", "class,percent,to\nA,3,own\n", "Percentages have no total"),
        ("", "class,count,to\nA,0,own\n", "All counts are 0"),
    ],
)
def test_what_is_wrong_in_a_csv_file_is_told(tmp_path: Path, more: str, rows: str, message: str) -> None:
    head = POPULATION.partition("[[class]]")[0] + f'file = "work.csv"\n{more}'
    problems = told(read(tmp_path, head, **{"compare/population/work.csv": rows}))
    assert [one for one in problems if message in one.message], problems


@pytest.mark.parametrize("name", ["away.csv", "../work.csv", "/etc/passwd"])
def test_a_csv_file_stands_beside_the_population(tmp_path: Path, name: str) -> None:
    (tmp_path / "compare").mkdir()
    (tmp_path / "compare/work.csv").write_text("class,percent,to\nA,3,own\n", encoding="utf-8")
    head = POPULATION.partition("[[class]]")[0] + f'file = "{name}"\n'
    assert any("There is no file" in one.message for one in told(read(tmp_path, head)))


def test_rounded_percentages_may_go_over_a_hundred_by_their_rounding_alone(tmp_path: Path) -> None:
    thirds = POPULATION.replace("63.5", "51").replace("percent = 20", "percent = 41")
    assert told(read(tmp_path, thirds)) == []
    over = thirds.replace("percent = 9", "percent = 10")
    assert [one.code for one in told(read(tmp_path, over))] == ["Q109"]


def test_units_that_differ_are_told_until_the_file_says_what_that_does(tmp_path: Path) -> None:
    jobs = POPULATION.replace('unit = "people"', 'unit = "employee jobs"')
    assert [one.code for one in told(read(tmp_path, jobs))] == ["Q110"]
    noted = jobs.replace("points = 5", 'unit_note = "Two jobs are two."\npoints = 5')
    assert told(read(tmp_path, noted)) == []


@pytest.mark.parametrize("word", ["representative", "Representatief", "REPRESENTATIVITEIT"])
def test_only_the_sources_own_words_may_hold_the_judging_word(tmp_path: Path, word: str) -> None:
    quoted = POPULATION.replace("mirrors", word)
    assert told(read(tmp_path, quoted)) == []
    study = read(tmp_path, f"{quoted}paraphrase = true\n")
    assert [one.code for one in told(study)] == ["Q111"]
    assert study.populations["work"].verdict is None


def test_a_crosswalk_that_does_not_fit_is_told(tmp_path: Path) -> None:
    away = POPULATION.replace("points = 5", 'crosswalk = "jbos"\npoints = 5')
    assert any('no crosswalk "jbos"' in one.message for one in told(read(tmp_path, away)))
    unknown = POPULATION.replace("points = 5", 'crosswalk = "jobs"\npoints = 5').replace(
        'name = "Soldiers"\n', 'name = "Soldiers"\ntakes = ["Sailors"]\n'
    )
    assert any('no class "Sailors"' in one.message for one in told(read(tmp_path, unknown)))


def test_a_file_that_names_no_id_is_told(tmp_path: Path) -> None:
    study = read(tmp_path, **{"compare/population/CBS 2025.toml": POPULATION})
    assert [one.code for one in told(study)] == ["Q108"]
    assert set(study.populations) == {"work"}


@pytest.mark.slow
@given(
    st.sampled_from(
        ["", "3", "true", '""', "[]", "{}", '["a"]', "[3]", "2026-03-01", "inf", "{ en = [] }", "[{}]"]
    )
)
def test_whatever_stands_under_a_setting_is_no_crash(value: str) -> None:
    names = (
        "title", "source", "url", "date", "period", "unit", "study_unit", "unit_note", "group", "crosswalk",
        "points", "minimum", "headlines", "file", "total", "rounded_to", "class", "verdict",
    )  # fmt: skip
    for name in names:
        with TemporaryDirectory() as folder:
            study = read(Path(folder), f"{name} = {value or 'x'}\n")
            assert told(study)


def test_the_checks_tell_them_with_the_rest(tmp_path: Path) -> None:
    write_files(tmp_path, {PLACE: 'title = "X"\n'})
    assert "Q108" in [one.code for one in check_files(tmp_path)]
