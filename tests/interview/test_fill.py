"""Text as one respondent reads it."""

from decimal import Decimal

import pytest
from study_by_text import answers, make_study

from peil.interview.answers import Answers
from peil.interview.fill import part_label, shown_text, spell_answer
from peil.interview.walk import walk
from peil.study.study import Study
from peil.study.text import OpenBlank


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def ticked(*options: str, **more: object) -> Answers:
    ticks = {f"reasons__{option}": True for option in options}
    return answers("usage reasons", usage="often", **ticks, **more)  # type: ignore[arg-type]


def text(study: Study, question: str, given: Answers, step: str = "") -> tuple[object, ...]:
    wording = study.questionnaire.by_id[question].wording
    return shown_text(study, walk(study, given), wording, "nl", study.route.by_id[step or question])


def test_a_role_reads_its_own_words(study: Study) -> None:
    assert text(study, "reasons", answers(usage="often")) == ("Waarom zo vaak?",)
    assert text(study, "reasons", answers(usage="rarely")) == ("Waarom?",)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (ticked("speed"), "Wat was voor Sneller het best?"),
        (ticked("speed", "cost"), "Wat was voor Sneller en Goedkoper het best?"),
        (
            ticked("speed", "cost", "other", reasons__other__text="mooier"),
            "Wat was voor Sneller, Goedkoper en mooier het best?",
        ),
        (ticked(), "Wat was voor dat het best?"),
    ],
)
def test_a_fill_shows_the_answer_or_its_fallback(study: Study, given: Answers, shown: str) -> None:
    assert text(study, "best", given) == (shown,)


def test_a_repeat_names_its_option_or_what_was_written_beside_it(study: Study) -> None:
    before, blank, *_ = text(study, "detail", ticked("speed", "cost"), "detail[cost]")
    assert before == "Hoe helpt Goedkoper? "
    assert isinstance(blank, OpenBlank)
    own = text(study, "detail", ticked("other", reasons__other__text="mooier"), "detail[other]")
    assert own[0] == "Hoe helpt mooier? "


def test_answers_in_words(study: Study) -> None:
    given = walk(
        study,
        answers(
            usage="often",
            age=Decimal("40.5"),
            wishes__b=1,
            wishes__a=2,
            rose="no",
            grade="dk",
            day="2026-01-31",
        ),
    )
    assert spell_answer(study, given, "usage", "nl") == "Vaak"
    assert spell_answer(study, given, "age", "nl") == "40,5"
    assert spell_answer(study, given, "wishes", "nl") == "B en A"
    assert spell_answer(study, given, "grade", "nl") == "Weet ik niet"
    assert spell_answer(study, given, "day", "nl") == "2026-01-31"
    assert spell_answer(study, given, "why", "nl") is None
    assert spell_answer(study, given, "reasons", "nl") is None


def test_a_row_carried_over_from_an_open_row_shows_the_respondents_name(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    carried = make_study(
        tmp_path_factory.mktemp("carried"),
        "# a: A\n\n## usage\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n\n"
        "## m  {matrix}\nHoe?\ncolumns\n- ( ) x: X\n- ( ) y: Y\nrows\n- r: Rij\n- own: ____\n\n"
        "## n  {matrix}\nHoe nu?\ncolumns\n- ( ) x: X\n- ( ) y: Y\nrows from m\n",
    )
    named = walk(carried, answers(usage="no", m__own="x", m__own__text="Zingen"))
    rows = {step.step.id: step.rows for page in named.pages for step in page.steps}["n"]
    assert [part_label(carried, named, row, "nl") for row in rows] == [("Rij",), ("Zingen",)]
    unnamed = walk(carried, answers(usage="no"))
    assert len({step.step.id: step.rows for page in unnamed.pages for step in page.steps}["n"]) == 1
