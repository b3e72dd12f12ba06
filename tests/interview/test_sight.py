"""Marks of what a page shows: enough to tell what came up, and none that a form can't carry."""

from hypothesis import given, settings

from peil.interview.depends import changes_itself
from peil.interview.sight import marks_of, marks_possible, step_marked
from peil.interview.walk import walk
from peil.study.study import Study
from random_studies import respondent, seeds, studies


@settings(max_examples=60, deadline=None)
@given(studies, seeds)
def test_every_mark_is_possible_and_names_a_step_that_is_shown(study: Study, seed: int) -> None:
    for page in walk(study, respondent(study, seed)).pages:
        marks = marks_of(study, page)
        shown = {step.step.id for step in page.steps}
        assert shown <= marks <= marks_possible(study, page.id)
        assert {step_marked(mark) for mark in marks} == shown
        assert not any(" " in mark for mark in marks)


@settings(max_examples=60, deadline=None)
@given(studies, seeds)
def test_a_page_that_stays_the_same_has_marks_of_its_questions_alone(study: Study, seed: int) -> None:
    for page in walk(study, respondent(study, seed)).pages:
        if not changes_itself(study, page.id):
            assert marks_of(study, page) == {step.step.id for step in page.steps}
