"""What judges the prover is right itself: on a study worked out by hand, and with walks that are wrong."""

from collections import Counter

import pytest

from enumerate_walks import enumerate_walks, follow
from expect_findings import expect_findings
from peil.interview.course import Asking
from peil.study.checks.check import check_study, explain_study
from peil.study.study import Study
from random_routing import HEAD, study_of
from replay_walk import replay, values_of

QUESTIONNAIRE = """\
# s: Part

## job
Job
- ( ) a: A
- ( ) b: B
- ( ) c: C

## hours
if job is a
Hours ___ [0..9]

## more
if not hours > 4
More
- [ ] x: X
- [ ] y: Y  {if job is a and hours > 8}
- [ ] z: Z  {if job is b and hours > 8}

## never
if job is one of (b, c) and hours > 2
end if never is p: stopped
Never
- ( ) p: P
- ( ) q: Q

## about
if job is a or hours <= 9
About {hours}
- ( ) r: R  {if hours < 2 and hours >= 0}
- ( ) t: T  {if hours > 7}

## grid  {matrix}
Grid about {more}
columns
- ( ) k: K
- ( ) m: M
rows
- here: Here
- gone: Gone  {if hours > 4 and job is c}
"""
SETTINGS = HEAD + '[roles]\nboss = "job is a"\nchief = "hours > 2"\nother = "otherwise"\n'
PLAN = '[analysis]\ngroups = ["job", "about"]\n'
BY_HAND = {
    ("Q054", "never"),
    ("Q055", "more.y"),  # who is asked for more has at most four hours
    ("Q055", "more.z"),
    ("Q055", "never.p"),
    ("Q055", "never.q"),
    ("Q056", "grid.gone"),
    ("Q058", "stopped"),
    ("Q060", "not hours > 4"),
    ("Q061", "more"),
    ("Q062", "about"),
    ("Q063", "chief"),
    ("Q065", "about"),
    ("Q059", "hours >= 0"),  # only those of job a come to that question
    ("Q066", "hours > 4"),
    ("Q066", "hours > 2"),
    ("Q066", "hours <= 9"),
    ("Q066", "hours > 8"),
}


@pytest.fixture(scope="module")
def study() -> Study:
    return study_of((QUESTIONNAIRE, SETTINGS, PLAN))


def test_enumeration_finds_what_a_reader_of_the_study_finds(study: Study) -> None:
    found = {(code, about) for code, _, about in expect_findings(study, enumerate_walks(study))}
    assert found == BY_HAND


def test_the_solver_finds_the_same(study: Study) -> None:
    problems = [*check_study(study), *explain_study(study)]
    assert {(problem.code, problem.got) for problem in problems} == BY_HAND


def test_a_walk_that_shows_something_else_is_noticed(study: Study) -> None:
    problem = next(one for one in check_study(study) if one.code == "Q060")
    key = problem.code, str(problem.span), problem.got
    for witness, shows in ((problem.witness, True), ((("job", "a"), ("hours", "3")), False)):
        walks, stop = follow(study, values_of(study, witness))
        assert (key in expect_findings(study, walks)) is shows
        replay(study, values_of(study, witness), stop)


@pytest.mark.parametrize(
    "witness",
    [
        (("job", "b"), ("hours", "3")),  # never asked
        (("job", "d"),),  # no option
        (("job", "a"), ("hours", "12")),  # out of bounds
        (("job", "a"), ("hours", "3"), ("more", "z")),  # not shown
    ],
)
def test_a_walk_that_cannot_be_walked_is_refused(study: Study, witness: tuple[tuple[str, str], ...]) -> None:
    values = values_of(study, witness)
    with pytest.raises(AssertionError):
        replay(study, values, follow(study, values)[1])


def test_an_interview_is_enumerated_in_all_its_ways() -> None:
    text = "# s: S\n\n## a  {optional}\nA\n- [ ] x: X\n- [ ] y: Y\n- [ ] n: None  {exclusive}\n"
    text += "\n## b\nB ___ [0..9]\n\n## c\nif a has x and not b between 3 and 5\nC\n- ( ) p: P\n- ( ) q: Q\n"
    study = study_of((text, HEAD, "[analysis]\ngroups = []\n"))
    moments = [one for one in enumerate_walks(study).moments if isinstance(one.entry, Asking)]
    came = Counter(one.entry.step.id for one in moments if isinstance(one.entry, Asking))
    assert came == {"a": 1, "b": 3, "c": 15}  # with x, without x, blank; each with five kinds of number
    assert Counter(one.shown is not None for one in moments) == {True: 1 + 3 + 2, False: 15 - 2}
