"""A shown questionnaire whose sections have conditions, and whose questions have no source numbers."""

from pathlib import Path

import pytest
from show_study import maps, row_line, shown, under, write_show_study
from small_study import compose

from peil.report.charts.route_map import draw_route_map, section_height
from peil.report.document import Document
from peil.report.route_map import RouteMap, Station
from peil.study.study import Study

SETTINGS = """\
[about]
title = "T"
languages = ["nl", "en", "fr"]

[roles]
yes = { if = "work is yes", label = "werkend" }
rest = { if = "otherwise", label = "anders" }
"""

QUESTIONNAIRE = """\
# start: Begin

## welcome  {notice}
Welkom.

## work
Werkt u?
- ( ) yes: Ja
- ( ) no: Nee

## likes
Bevalt dat, als u alles bij elkaar neemt?
- ( ) yes: Ja
- ( ) no: Nee

# job: Uw baan
if work is yes

## hours
Hoeveel uur? ___ [0..80]

---

## tasks
if likes is no
Wat doet u?
- [ ] mail: E-mail
- [ ] talk: Overleg

---

## about  {for each tasks}
Wat vindt u van {tasks}? ____

## hint  {notice}
if likes is no
Bijna klaar.

## advice  {later: end}
if likes is no
Hebt u nog raad? ____

# alone: Los
if work is no

## wish
Wat wilt u? ____
"""

WORKS, DISLIKES = "wie bij vraag 1 “Ja” antwoordde", "wie bij vraag 2 “Nee” antwoordde"
BOTH = "wie bij vraag 1 “Ja” antwoordde en bij vraag 2 “Nee” antwoordde"
JOB = f"Dit onderdeel is voor {WORKS}."


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return write_show_study(tmp_path_factory.mktemp("sections"), QUESTIONNAIRE, SETTINGS)


@pytest.fixture(scope="module")
def document(study: Study) -> Document:
    return shown(study)


def stations(route_map: RouteMap) -> dict[str, Station]:
    return {row.title: row for row in route_map.rows if isinstance(row, Station)}


def test_questions_are_told_by_the_numbers_that_stand_there(document: Document) -> None:
    assert under(document, "question-wish")[0] == "Gesteld aan wie bij vraag 1 “Nee” antwoordde."
    assert under(document, "show-roles")[1] == f"- werkend: {WORKS}"


def test_the_annex_of_a_report_says_its_numbers_too(study: Study) -> None:
    report, problems = compose(study, "# Vragen  {annex}\n\n::: annex questionnaire\n:::\n")
    assert problems == []
    assert under(report, "annex-question-tasks")[0] == f"Gesteld aan {BOTH}."


def test_what_holds_for_a_section_is_said_once(document: Document) -> None:
    assert under(document, "section-job") == [JOB]
    told = {name: under(document, f"question-{name}")[0] for name in ("hours", "tasks", "about", "hint")}
    assert told == {
        "hours": "Binnen dit onderdeel gesteld aan iedereen.",
        "tasks": f"Binnen dit onderdeel gesteld aan {DISLIKES}.",
        "about": "Gesteld voor elk gekozen antwoord op vraag 4.",
        "hint": f"Binnen dit onderdeel getoond aan {DISLIKES}.",
    }


def test_what_is_asked_after_the_section_tells_all_that_holds_for_it(document: Document) -> None:
    assert under(document, "question-advice")[0] == (
        f"Gesteld aan {BOTH}. Gesteld aan het einde van de vragenlijst."
    )


def test_the_condition_of_one_question_is_not_said_of_its_section(document: Document) -> None:
    assert under(document, "section-alone") == []


def test_the_map_says_it_once_and_its_table_in_full(document: Document) -> None:
    (figure,) = maps(document)
    assert isinstance(figure.chart, RouteMap)
    assert [one.who for one in figure.chart.sections] == ["", JOB, "", ""]
    found = stations(figure.chart)
    assert found["Hoeveel uur?"].who == ""
    assert found["Wat doet u?"].who == DISLIKES
    assert found["Hebt u nog raad?"].who == BOTH
    rows = [row_line(row) for row in figure.data.body]
    assert f"3 Hoeveel uur? | altijd gesteld | – | {WORKS}" in rows
    assert f"4 Wat doet u? | gesteld aan een deel | – | {BOTH}" in rows


def test_the_section_is_drawn_with_for_whom_it_is(document: Document) -> None:
    (figure,) = maps(document)
    assert isinstance(figure.chart, RouteMap)
    assert draw_route_map(figure.chart, "kaart").count("Dit onderdeel is voor") == 1
    plain, told = figure.chart.sections[0], figure.chart.sections[1]
    assert section_height(told, figure.chart) > section_height(plain, figure.chart)


def test_a_role_whom_the_section_is_always_for_is_not_told_so(study: Study) -> None:
    document = shown(study, role="yes")
    assert under(document, "section-job") == []
    assert under(document, "question-hours")[0] == "Gesteld aan iedereen in deze rol."


def test_a_section_after_which_others_are_asked_leaves_it_to_its_questions(tmp_path: Path) -> None:
    text = QUESTIONNAIRE.replace("## likes", "## extra  {later: job}\nNog iets? ____\n\n## likes")
    document = shown(write_show_study(tmp_path, text, SETTINGS))
    assert under(document, "section-job") == []
    assert under(document, "question-hours")[0] == f"Gesteld aan {WORKS}."
    assert {one.who for one in maps(document)[0].chart.sections} == {""}  # type: ignore[union-attr]
