"""Parts that a page shows: enough to tell what came up, and none that a form can't name."""

import pytest
from hypothesis import given, settings

from peil.interview.depends import changes_itself
from peil.interview.shown_parts import possible_parts, shown_parts, step_of_part
from peil.interview.walk import walk
from peil.study.study import Study
from random_studies import respondent, seeds, studies

pytestmark = pytest.mark.slow


@settings(max_examples=60, deadline=None)
@given(studies, seeds)
def test_every_part_is_possible_and_names_a_step_that_is_shown(study: Study, seed: int) -> None:
    for page in walk(study, respondent(study, seed)).pages:
        parts = shown_parts(study, page)
        steps = {step.step.id for step in page.steps}
        assert steps <= parts <= possible_parts(study, page.id)
        assert {step_of_part(part) for part in parts} == steps
        assert not any(" " in part for part in parts)


@settings(max_examples=60, deadline=None)
@given(studies, seeds)
def test_a_page_that_stays_the_same_has_its_questions_alone_as_parts(study: Study, seed: int) -> None:
    for page in walk(study, respondent(study, seed)).pages:
        if not changes_itself(study, page.id):
            assert shown_parts(study, page) == {step.step.id for step in page.steps}
