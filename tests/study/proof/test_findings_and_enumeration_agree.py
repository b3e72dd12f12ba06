"""Every finding is what all interviews, one by one, show; and nothing that they show is left out."""

import pytest
from hypothesis import assume, given, settings

from enumerate_walks import TooManyWalksError, enumerate_walks, follow
from expect_findings import CODES, Finding, expect_findings
from peil.core.problem import Problem
from peil.study.checks.check import check_study, explain_study
from peil.study.study import Study
from random_routing import routings, study_of
from replay_walk import replay, values_of

NEVER = frozenset({"Q054", "Q055", "Q056", "Q057", "Q058", "Q059", "Q063"})
"""What is never the case has no walk that shows it."""


def proved(study: Study) -> list[Problem]:
    """Give what the solver finds."""
    return [one for one in (*check_study(study), *explain_study(study)) if one.code in CODES]


def key_of(problem: Problem) -> Finding:
    """Give what a problem is known by."""
    return problem.code, str(problem.span), problem.got


def differences(study: Study) -> list[str]:
    """Give each finding that only one of the two has."""
    found = {key_of(problem) for problem in proved(study)}
    expected = expect_findings(study, enumerate_walks(study))
    one = [f"the solver alone finds {' '.join(key)}" for key in sorted(found - expected)]
    return one + [f"enumeration alone finds {' '.join(key)}" for key in sorted(expected - found)]


def unshown(study: Study) -> list[str]:
    """Give each finding whose walk isn't taken by the interview engine, or doesn't show it."""
    wrong: list[str] = []
    for problem in proved(study):
        if problem.code in NEVER:
            continue
        values = values_of(study, problem.witness)
        walks, stop = follow(study, values)
        try:
            replay(study, values, stop)
        except AssertionError as refused:
            wrong.append(f"{problem}: the engine refuses {problem.witness}: {refused}")
        if key_of(problem) not in expect_findings(study, walks):
            wrong.append(f"{problem}: not shown by {problem.witness}")
    return wrong


@pytest.mark.slow
@settings(max_examples=100)
@given(routings())
def test_solver_and_enumeration_agree_on_every_finding(files: tuple[str, str, str]) -> None:
    study = study_of(files)
    try:
        found = differences(study)
    except TooManyWalksError:
        assume(False)  # noqa: FBT003 - hypothesis has no other word for it
    assert found == []


@pytest.mark.slow
@settings(max_examples=100)
@given(routings())
def test_every_walk_is_taken_by_the_engine_and_shows_what_it_is_told_with(
    files: tuple[str, str, str],
) -> None:
    assert unshown(study_of(files)) == []
