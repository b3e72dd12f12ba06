"""A respondent's own copy has every answer that is kept, once, in words."""

import json
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinds_study import write_kinds_study
from peil.interview.answers import Answers
from peil.interview.own_answers import own_answers
from peil.interview.own_copy import OwnCopy, own_copy_json
from peil.study.study import Study
from random_studies import questionnaires, respondent, study_of


@cache
def kinds() -> Study:
    with tempfile.TemporaryDirectory() as folder:
        return write_kinds_study(Path(folder))


def check(study: Study, answers: Answers) -> None:
    for language in study.about.languages:
        found = list(own_answers(study, answers, language))
        values = [pair for one in found for pair in one.values.items()]
        assert len(values) == len(dict(values))
        assert dict(values) == {name: value for name, value in answers.values.items() if value is not False}
        assert all(len(one.answers) == len(one.values) and all(one.answers) for one in found)
        copy = OwnCopy("T", language, answers=tuple(found))
        assert json.loads(json.dumps(own_copy_json(copy)))["answers"]


@given(st.integers(0, 2**16))
def test_every_kind_of_answer_is_given_once(seed: int) -> None:
    answers = respondent(kinds(), seed)
    if answers.values:
        check(kinds(), answers)


@pytest.mark.slow
@settings(max_examples=30)
@given(questionnaires(), st.integers(0, 2**16), st.integers(0, 2**16))
def test_answers_that_are_off_the_route_are_given_too(text: str, seed: int, other: int) -> None:
    """What two respondents gave, kept together: much of it is then asked of neither."""
    study = study_of(text)
    first, second = respondent(study, seed), respondent(study, other)
    answers = Answers({**first.values, **second.values}, first.pages | second.pages)
    if any(value is not False for value in answers.values.values()):
        check(study, answers)


def test_what_the_study_no_longer_knows_comes_last_under_its_own_name() -> None:
    found = list(own_answers(kinds(), Answers({"gone": "x", "usage": "often"}), "nl"))
    assert [(one.name, one.answers) for one in found] == [("usage", ("Vaak",)), ("gone", ("x",))]


def test_an_answer_is_told_by_its_label_and_what_was_written_beside_it() -> None:
    answers = Answers({"usage": "other", "usage.other.text": "Soms"})
    (found,) = own_answers(kinds(), answers, "nl")
    assert found.answers == ("Anders", "Anders: Soms")
