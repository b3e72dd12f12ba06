"""Everything wrong with a page as sent, in the page's order."""

from collections.abc import Mapping

from form_survey import BEFORE, PAGE, form_survey
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.interview.answer_problem import AnswerCode as Code
from peil.interview.answer_problem import AnswerProblem
from peil.interview.validate import check_answers
from peil.interview.walk import walk
from peil.pages.field_problems import all_problems, item_of
from peil.pages.page_fields import page_fields
from peil.pages.read_form import read_form

STUDY = form_survey()
INTERVIEW = walk(STUDY, BEFORE)

FINE = {
    "rose": "no",
    "tasks.none": "1",
    "ability.mail": "worse",
    "ability.work": "",
    "fits.house.old": "1",
    "age": "40",
    "hours": "36,5",
    "exact": "1",
    "why": "daarom",
    "day.day": "1",
    "day.month": "2",
    "day.year": "1980",
    "wishes.a": "1",
    "grade": "7",
    "address.email": "ik@example.org",
}
"""Every question of the page answered."""


def problems(fields: Mapping[str, str]) -> tuple[AnswerProblem, ...]:
    return all_problems(STUDY, INTERVIEW, PAGE, read_form(STUDY, PAGE, fields, "nl"))


def test_a_page_as_it_should_be_has_none() -> None:
    assert problems(FINE) == ()


def test_an_empty_page_is_told_in_the_order_of_its_questions() -> None:
    assert [(one.code, one.name) for one in problems({})] == [
        (Code.REQUIRED, name)
        for name in (
            *("rose", "tasks", "ability.mail", "fits.house", "age", "hours", "exact", "why"),
            *("day", "wishes", "grade", "address"),
        )
    ]


def test_what_could_not_be_read_stands_among_what_is_wrong_with_what_could() -> None:
    wrong = {**FINE, "tasks.none": "", "tasks.a": "1", "age": "veel", "hours": "-1", "day.month": "13"}
    del wrong["tasks.none"]
    assert problems(wrong) == (
        AnswerProblem(Code.TOO_FEW, "tasks", 2),
        AnswerProblem(Code.NOT_A_NUMBER, "age"),
        AnswerProblem(Code.TOO_LOW, "hours", 0),
        AnswerProblem(Code.BAD_DATE, "day"),
    )


def test_an_item_with_something_unreadable_is_not_also_incomplete() -> None:
    assert problems({**FINE, "wishes.a": "eerst", "wishes.b": "2"}) == (
        AnswerProblem(Code.BAD_RANK, "wishes.a"),
    )
    assert problems({**FINE, "age": "veel"}) == (AnswerProblem(Code.NOT_A_NUMBER, "age"),)


def test_what_cannot_be_read_in_a_question_that_is_not_asked_is_no_problem() -> None:
    assert problems({**FINE, "money": "veel"}) == ()
    assert problems({**FINE, "rose": "yes", "money": "veel"}) == (AnswerProblem(Code.NOT_A_NUMBER, "money"),)


def test_a_problem_names_an_item_or_one_of_its_variables() -> None:
    assert item_of(STUDY, "rose.yes.number") == "rose"
    assert item_of(STUDY, "fits.house.old") == "fits.house"
    assert item_of(STUDY, "ability.mail") == "ability.mail"
    assert item_of(STUDY, "nowhere") is None


NAMES = st.sampled_from([name for one in page_fields(STUDY, PAGE).values() for name in one.names])
TYPED = st.sampled_from(["1", "2", "13", "-1", "", "much", "yes", "no", "dk", "worse", "veel", "x" * 10_001])


@settings(max_examples=50)
@given(st.dictionaries(NAMES, TYPED, max_size=40))
def test_nothing_is_forgotten_and_what_can_be_sent_on_has_no_problem(fields: dict[str, str]) -> None:
    read = read_form(STUDY, PAGE, fields, "nl")
    found = problems(fields)
    place = list(dict.fromkeys(one.item.key for one in page_fields(STUDY, PAGE).values()))
    order = [place.index(item_of(STUDY, one.name) or "") for one in found]
    assert order == sorted(order)
    checked = check_answers(STUDY, INTERVIEW, PAGE, read.values)
    assert set(found) <= {*checked, *read.problems}
    told = {item_of(STUDY, one.name) for one in found}
    assert {item_of(STUDY, one.name) for one in checked} <= told
