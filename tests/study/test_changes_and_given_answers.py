"""Whatever a change does to given answers or finished interviews is told as breaking."""

from collections.abc import Iterator

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from mutated_studies import Files, both, pairs

from peil.interview.answers import Answers
from peil.interview.interview import COMPLETE
from peil.interview.simulate import simulate
from peil.interview.state import State
from peil.interview.submit import page_variables
from peil.interview.validate import check_answers
from peil.interview.walk import walk
from peil.store.fits import misfits
from peil.store.values_json import write_values
from peil.study.changes.find_changes import find_changes
from peil.study.changes.part_kinds import CODE_CHANGED
from peil.study.study import Study


class Kept:
    """A store's table of answers to one interview, as the check of its study reads it."""

    def __init__(self, study: Study, answers: Answers) -> None:
        self.rows = [
            (
                page,
                write_values({n: v for n, v in answers.values.items() if n in page_variables(study, page)}),
            )
            for page in sorted(answers.pages)
        ]

    def execute(self, _: str) -> list[tuple[str, str]]:
        return [row for row in self.rows if row[1] != "{}"]


def harm(old: Study, new: Study, answers: Answers) -> Iterator[str]:
    """Give what becomes of an interview with these answers when it is read by another version."""
    before, after = walk(old, answers), walk(new, answers)
    given = Answers(before.given, answers.pages)
    if before.outcome != after.outcome:
        yield f"outcome {before.outcome} becomes {after.outcome}"
    for name, value in before.given.items():
        if after.given.get(name) != value:
            yield f"{name} counts no more"
    for key, state in before.states.items():
        counted = state in {State.ANSWERED, State.DONT_KNOW}
        if counted and not old.codebook.items[key].derived and after.states.get(key) != state:
            yield f"{key} is {after.states.get(key)!r}"
    refused = set(_refused(old, given))
    yield from (f"{name} is refused: {code}" for name, code in set(_refused(new, given)) - refused)
    for name in misfits(new, Kept(old, given)):  # type: ignore[arg-type]
        yield f"the store refuses {name}"


def _refused(study: Study, given: Answers) -> Iterator[tuple[str, str]]:
    """Give what a form with these answers would be refused for. (A synthetic respondent draws a page at once,
    so an option that the page itself brings up can make a draw too short.)"""
    interview = walk(study, given)
    for page in interview.pages:
        if page.id in given.pages:
            known = page_variables(study, page.id)
            values = {name: value for name, value in given.values.items() if name in known}
            yield from (
                (one.name, one.code.value) for one in check_answers(study, interview, page.id, values)
            )


@pytest.mark.slow
@settings(max_examples=400)
@given(pairs(), st.integers(0, 10**6))
def test_what_harms_given_answers_is_told_as_breaking(versions: tuple[Files, Files], seed: int) -> None:
    old, new = both(versions)
    try:
        interviews = list(simulate(old, 12, seed))
    except RuntimeError:  # a page that can't be answered: no interview to harm
        reject()
    found = [one for response in interviews for one in harm(old, new, response.answers)]
    if found:
        changes = find_changes(old, new)
        told = [(one.kind.rule.name, one.question, one.part) for one in changes.found]
        assert any(one.breaks and one.kind is not CODE_CHANGED for one in changes.found), (found, told)


@pytest.mark.slow
@settings(max_examples=25)
@given(pairs())
def test_a_study_compared_with_itself_has_no_changes(versions: tuple[Files, Files]) -> None:
    old, _ = both(versions)
    assert find_changes(old, old).found == ()


def test_complete_is_what_the_proof_calls_it() -> None:
    from peil.study.proof import compare  # noqa: PLC0415 - named beside its counterpart

    assert compare.COMPLETE == COMPLETE
