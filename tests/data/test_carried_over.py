"""Rows and options that are carried over: who sees them, in the interview, in data and in words."""

from pathlib import Path

import pytest

from peil.data.dataset import Dataset
from peil.data.from_responses import from_responses
from peil.formats.csv_file import read_responses_csv, write_responses_csv
from peil.interview.answers import Answers
from peil.interview.fill import part_label, spell_answer
from peil.interview.interview import Interview
from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.interview.walk import walk
from peil.study.base_rule import tell_base
from peil.study.expr.tell import tell
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec

COLUMNS = "columns\n- ( ) w: Slecht\n- ( ) v: Goed\n"
QUESTIONNAIRE = f"""# a: A

## who
source: Q1
Wie?
- ( ) x: X
- ( ) y: Y

## why
Waarom?
- [ ] a: A
- [ ] o: Anders, namelijk ____
- [ ] n: Geen  {{exclusive}}

## grid  {{matrix}}
source: Q3
if who is x
Hoe?
{COLUMNS}rows
- r1: Een
- r2: Twee  {{if why has a}}
- own: ____

## again  {{matrix}}
Hoe nu?
{COLUMNS}rows from grid

## third  {{matrix}}
En later?
{COLUMNS}rows from again

## mixed  {{matrix}}
En dit?
{COLUMNS}rows
- k: Vast
- {{open rows from grid}}

## best
Wat het meest?
options from why

## order  {{ranking}}
In welke volgorde?
options from why

## most
Wat van deze?
options from order
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("carried")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (folder / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["nl"]\n', encoding="utf-8")
    found = read_study(folder)
    assert found.problems == ()
    return found


def rows(interview: Interview, question: str) -> list[str]:
    steps = (step for page in interview.pages for step in page.steps if step.step.id == question)
    return [row.id for step in steps for row in step.rows]


@pytest.mark.parametrize(
    ("given", "carried", "mixed"),
    [
        ({"who": "y", "why.a": True}, [], ["k"]),
        ({"who": "x", "why.n": True}, ["r1"], ["k"]),
        ({"who": "x", "why.a": True}, ["r1", "r2"], ["k"]),
        ({"who": "x", "why.n": True, "grid.own.text": "Zelf"}, ["r1", "own"], ["k", "own"]),
        ({"who": "y", "why.n": True, "grid.own.text": "Zelf"}, [], ["k"]),
    ],
)
def test_only_rows_shown_there_are_shown_here(
    study: Study, given: dict[str, str | bool], carried: list[str], mixed: list[str]
) -> None:
    interview = walk(study, Answers(given))
    assert rows(interview, "again") == rows(interview, "third") == carried
    assert rows(interview, "mixed") == mixed
    assert ("again" in [page.id for page in interview.pages]) is bool(carried)


def test_the_data_have_the_states_of_the_interview(study: Study, tmp_path: Path) -> None:
    responses = list(simulate(study, 150, seed=5, break_off=0.2))
    path = tmp_path / "data.csv"
    write_responses_csv(path, study, responses)
    dataset, back = from_responses(study, responses), read_responses_csv(path, study)
    assert back.problems == ()
    for row, response in enumerate(responses):
        states = walk(study, response.answers).states
        assert states == states_of(dataset, row) == states_of(back, row)


def states_of(dataset: Dataset, row: int) -> dict[str, int]:
    return {key: int(states[row]) for key, states in dataset.states.items()}


@pytest.mark.parametrize(
    ("item", "who"),
    [
        ("grid.r1", "wie bij vraag 1 “X” antwoordde"),
        ("again.r1", "wie vraag 3 kreeg"),
        ("again.r2", "wie het onderdeel “Twee” van vraag 3 kreeg"),
        ("again.own", "wie het eigen onderdeel 1 van vraag 3 invulde"),
        ("third.r1", "wie het onderdeel “Een” van de vraag “Hoe nu?” kreeg"),
        ("mixed.own", "wie het eigen onderdeel 1 van vraag 3 invulde"),
        ("best", "wie bij de vraag “Waarom?” “A” of “Anders” aankruiste"),
    ],
)
def test_who_sees_a_row_is_told_in_words(study: Study, item: str, who: str) -> None:
    assert tell_base(study, TableSpec(item), "nl").removesuffix(", en de vraag beantwoordde") == who


def test_who_is_asked_a_question_of_carried_rows_is_who_was_asked_the_first(study: Study) -> None:
    asked = study.route.full_conditions["again"]
    questions = study.questionnaire.by_id
    assert tell(asked, study.codebook, questions, study.roles, "nl") == "wie vraag 3 kreeg"


def test_an_option_carried_over_shows_what_was_written_beside_it(study: Study) -> None:
    wrote = {"who": "y", "why.a": True, "why.o": True, "why.o.text": "omdat"}
    there = {"order.o": 1, "order.a": 2, "most": "o"}
    interview = walk(study, Answers({**wrote, **there}))
    for question in ("best", "order", "most"):
        option = study.questionnaire.by_id[question].option("o")
        assert option is not None
        assert option.carried == "why.o.text"
        assert part_label(study, interview, option, "nl") == ("omdat",)
    assert spell_answer(study, interview, "order", "nl") == "omdat en A"
    assert spell_answer(study, interview, "most", "nl") == "omdat"


def test_an_option_carried_over_without_a_text_has_no_blank(study: Study) -> None:
    interview = walk(study, Answers({"who": "y", "why.o": True}))
    option = study.questionnaire.by_id["best"].option("o")
    assert option is not None
    assert part_label(study, interview, option, "nl") == ("Anders",)


def test_who_left_before_a_question_sees_no_row_of_it(study: Study) -> None:
    (state,) = from_responses(study, [Response("r", Answers({}), None, None)]).states["again.r1"]
    assert state == 0
