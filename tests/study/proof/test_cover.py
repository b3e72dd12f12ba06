"""The fewest interviews that visit everything."""

import pytest
from hypothesis import given, settings

from peil.interview.cover import walk_through
from peil.interview.walk import walk
from peil.study.proof.cover import cover
from peil.study.proof.goals import Aim
from peil.study.proof.prover import Prover
from peil.study.study import Study
from random_routing import routings, study_of

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["en"]\n'
PETS = """
# pets: Pets

## pet
Which pet do you have?
- ( ) cat: A cat
- ( ) dog: A dog
- ( ) none: None

## walks
if pet is dog
Who walks it?
- ( ) me: I do
- ( ) child: A child
- ( ) other: Somebody else, namely ____

## wish
if pet is not dog
Do you want a dog?
- ( ) yes: Yes
- ( ) no: No
"""


def study(text: str) -> Study:
    return study_of((text, SETTINGS, "[analysis]\ngroups = []\n"))


def test_as_many_as_there_are_answers_that_exclude_each_other() -> None:
    found = cover(study(PETS))
    assert len(found.walks) == 5  # three walkers of dogs, and a cat or nothing with and without a wish
    assert found.smallest
    assert found.beyond == ()
    assert found.visited[Aim.QUESTION] == 3
    assert found.visited[Aim.OPTION] == 8
    assert found.visited[Aim.FIELD] == 1


def test_what_nobody_can_visit_is_named_and_the_rest_visited() -> None:
    found = cover(study(PETS.replace("if pet is not dog", "if pet is dog and pet is cat")))
    assert {goal.name for goal in found.beyond} >= {"wish", "wish.yes", "wish.no"}
    assert found.visited[Aim.QUESTION] == 2


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(routings())
def test_the_engine_takes_them_and_they_visit_what_can_be_visited(files: tuple[str, str, str]) -> None:
    read = study_of(files)
    prover = Prover(read)
    calm = [-stuck for stuck in prover.encoding.stuck.values()]
    interviews = [walk(read, response.answers) for response in walk_through(read, cover(read).walks)]
    asked = {step.step.id for one in interviews for page in one.pages for step in page.steps}
    assert asked == {step for step, literal in prover.encoding.steps.items() if prover.can(literal, *calm)}
    given_by_all = {name for one in interviews for name in one.given}
    chosen = {f"{name}.{value}" for one in interviews for name, value in one.given.items()}
    for (item, option), literal in prover.encoding.answers.choices.items():
        row = read.codebook.items[item].row
        if row is None and prover.can(literal, *calm):
            assert f"{item}.{option}" in chosen | given_by_all
