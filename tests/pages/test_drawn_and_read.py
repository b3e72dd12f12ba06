"""Pages drawn, sent back untouched and read: what a respondent gave comes through both ways."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from form_survey import PAGE, SETTINGS, form_survey, with_values
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.answers import Answers, Value
from peil.interview.private import KEPT_APART
from peil.interview.simulate import simulate
from peil.interview.submit import page_variables, submit
from peil.interview.walk import walk
from peil.pages.form import Form
from peil.pages.question_page import choice_page, question_page
from peil.pages.read_form import ReadForm, read_form
from peil.pages.show_form import form_texts
from peil.pages.site import make_site
from peil.pages.words import words_for
from peil.study.reader.read import read_study
from web_form import read_forms

STUDY = form_survey()
SITE = make_site(STUDY)
MARKS = ("address.email", "address.name")
GIVEN: dict[str, Value] = dict.fromkeys(MARKS, KEPT_APART)


def read(fields: Mapping[str, str], marks: tuple[str, ...] = MARKS) -> ReadForm:
    return read_form(STUDY, PAGE, fields, "nl", marks)


def sent_untouched(page: str) -> Mapping[str, str]:
    """What a browser sends of a page's own form when nothing is touched."""
    return next(form.filled for form in read_forms(page) if form.action.endswith(f"/p/{PAGE}"))


@pytest.mark.slow
@given(st.integers(0, 10**6))
@settings(max_examples=15)
def test_a_page_sent_back_untouched_changes_nothing(seed: int) -> None:
    answers = next(simulate(STUDY, 1, seed)).answers
    interview = walk(STUDY, answers)
    own = page_variables(STUDY, PAGE)
    values = {name: value for name, value in interview.given.items() if name in own}
    marks = tuple(name for name in MARKS if name in values)
    values.update(dict.fromkeys(marks, KEPT_APART))
    texts = form_texts(STUDY, PAGE, values, "nl")
    page = question_page(SITE, interview, PAGE, Form(texts=texts), "nl")
    found = read(sent_untouched(page), marks)
    assert (found.values, found.details, found.problems, found.unknown) == (values, {}, (), ())


@pytest.mark.parametrize(
    "fields",
    [
        {"address.email": "", "address.name": ""},
        {"address.email": "", "address.name": "Nieuw"},
        {"address.email": "", "address.name": "", ".forget": "address"},
        {"address.email": "nieuw@example.org", "address.name": "", ".forget": "address"},
    ],
)
def test_what_is_told_to_be_wrong_elsewhere_keeps_and_forgets_the_same_contact_details(
    fields: dict[str, str],
) -> None:
    first = read({**fields, "age": "veel"})
    interview = walk(STUDY, with_values(dict(first.values)))
    page = question_page(SITE, interview, PAGE, Form(texts=first.texts, problems=first.problems), "nl")
    again = read(sent_untouched(page))
    assert (again.values, again.details, again.problems) == (first.values, first.details, first.problems)


@pytest.mark.parametrize(
    "fields",
    [
        {"address.email": "", "address.name": "", "rose": "no"},
        {"address.email": "", "address.name": "", "rose": "no", ".forget": "address"},
    ],
)
def test_the_version_that_was_sent_keeps_and_forgets_the_same_contact_details(fields: dict[str, str]) -> None:
    sent = read(fields)
    interview = walk(STUDY, with_values({**GIVEN, "rose": "yes"}))
    page = choice_page(SITE, interview, PAGE, "nl", Form(texts={"rose": "yes"}), Form(texts=sent.texts))
    assert read(sent_untouched(page)).values == sent.values


def test_what_was_just_typed_is_not_said_to_be_kept() -> None:
    first = read({"address.email": "ik@example.org", "address.name": "", "age": "veel"}, marks=())
    interview = walk(STUDY, with_values(dict(first.values)))
    told = SITE.words["nl"]("contact_given")
    form = Form(texts=first.texts, problems=first.problems)
    assert told not in question_page(SITE, interview, PAGE, form, "nl")
    kept = walk(STUDY, with_values(GIVEN))
    assert question_page(SITE, kept, PAGE, Form(), "nl").count(told) == 2


def test_an_open_row_without_words_is_called_something() -> None:
    page = question_page(SITE, walk(STUDY, with_values({})), PAGE, Form(), "nl")
    assert page.count(f">{SITE.words['nl']('own_row')}</legend>") == 2


def test_several_rows_to_name_oneself_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text(SETTINGS, encoding="utf-8")
    columns = "columns\n- ( ) a: A\n- ( ) b: B\nrows\n"
    rows = "- mail: Post\n- own1: ____\n- own2: ____\n"
    text = f"# s: S\n\n## ability  {{matrix}}\nHoe goed?\n{columns}{rows}"
    (tmp_path / "questionnaire.md").write_text(text, encoding="utf-8")
    study = read_study(tmp_path)
    values = {"ability.mail": "a", "ability.own2": "a"}
    interview = walk(study, submit(study, Answers(), "ability", values))
    wrong = AnswerProblem(AnswerCode.TOO_LONG, "ability.own2.text", 100)
    page = question_page(make_site(study), interview, "ability", Form(problems=(wrong,)), "nl")
    own = words_for("nl")("own_row")
    assert [page.count(f">{own} ({number})</legend>") for number in (1, 2)] == [1, 1]
    assert f"„{own} (2)”" in page
