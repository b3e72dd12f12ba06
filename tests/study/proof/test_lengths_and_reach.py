"""The shortest and longest interview of each role, and who comes to be asked what."""

import pytest
from hypothesis import given, settings

from peil.interview.simulate import simulate
from peil.interview.walk import walk
from peil.study.proof.length import Length, route_lengths
from peil.study.proof.prover import Prover
from peil.study.proof.reach import Reach, who_is_asked
from peil.study.question import Kind
from peil.study.study import Study
from random_routing import routings, study_of
from random_studies import seeds
from replay_walk import replay, values_of

ROLES = """
[about]
title = "T"
languages = ["en"]
[roles]
boss = "job is boss"
other = "otherwise"
"""
PLAN = "[analysis]\ngroups = []\n"
JOBS = """
# work: Work

## hello  {notice}
Hello.

## job
What are you?
- ( ) boss: Employer
- ( ) staff: Employee
- ( ) none: Neither

## staff
if job is boss
How many people do you employ? ___ [0..1000]

## large
if staff > 100
Is it a group?
- ( ) yes: Yes
- ( ) no: No

## hours
if job is not none
How many hours do you work? ___ [0..60]

## quit
end if quit is yes: left
if job is staff
Do you want to stop here?
- ( ) yes: Yes
- ( ) no: No
"""


def questions_asked(study: Study, length: Length) -> int:
    interview = replay(study, values_of(study, length.witness))
    assert interview.outcome == "complete"
    kinds = [step.question.kind for page in interview.pages for step in page.steps]
    return sum(kind is not Kind.NOTICE for kind in kinds)


def test_the_fewest_and_the_most_questions_of_each_role() -> None:
    study = study_of((JOBS, ROLES, PLAN))
    found = {one.role: (one.shortest, one.longest) for one in route_lengths(study)}
    assert {role: tuple(one.questions for one in ends) for role, ends in found.items()} == {
        "boss": (3, 4),
        "other": (1, 3),
    }
    assert [one.pages for one in found["boss"]] == [4, 5]
    assert found["boss"][0].seconds < found["boss"][1].seconds
    for ends in found.values():
        for one in ends:
            assert questions_asked(study, one) == one.questions


def test_who_is_asked_what() -> None:
    study = study_of((JOBS, ROLES, PLAN))
    found = who_is_asked(study)
    assert {step: (found["boss", step], found["other", step]) for step in study.route.by_id} == {
        "hello": (Reach.ALWAYS, Reach.ALWAYS),
        "job": (Reach.ALWAYS, Reach.ALWAYS),
        "staff": (Reach.ALWAYS, Reach.NEVER),
        "large": (Reach.SOMETIMES, Reach.NEVER),
        "hours": (Reach.ALWAYS, Reach.SOMETIMES),
        "quit": (Reach.NEVER, Reach.SOMETIMES),
    }


@pytest.mark.slow
@settings(max_examples=60)
@given(routings(), seeds)
def test_no_simulated_interview_is_shorter_longer_or_elsewhere(
    files: tuple[str, str, str], seed: int
) -> None:
    study = study_of(files)
    if any(Prover(study).can(stuck) for stuck in Prover(study).encoding.stuck.values()):
        return
    ends = {one.role: (one.shortest.questions, one.longest.questions) for one in route_lengths(study)}
    reach = who_is_asked(study)
    for response in simulate(study, 5, seed):
        interview = walk(study, response.answers)
        steps = [step for page in interview.pages for step in page.steps]
        if interview.outcome == "complete":
            shortest, longest = ends[interview.role]
            assert shortest <= sum(step.question.kind is not Kind.NOTICE for step in steps) <= longest
            asked = {step.step.id for step in steps}
            for step in study.route.by_id:
                assert (reach[interview.role, step] is not Reach.NEVER) or step not in asked
                assert (reach[interview.role, step] is not Reach.ALWAYS) or step in asked
