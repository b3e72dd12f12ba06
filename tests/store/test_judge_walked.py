"""What becomes of a submission is the same with the kept answers walked beforehand, and is walked itself."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.interview.answers import Answers
from peil.interview.private import KEPT_APART, set_apart
from peil.interview.shown_parts import shown_parts
from peil.interview.simulate import simulate
from peil.interview.submit import page_variables, submit
from peil.interview.walk import walk
from peil.store.judge import judge
from peil.store.kept import Kept
from peil.store.submission import Submission
from peil.study.study import Study
from random_routing import routings
from random_routing import study_of as routed_study
from random_studies import studies, study_of

DAY = dt.date(2026, 3, 14)


def submission(study: Study, kept: Kept, page: str, seed: int, *, draft: bool, all_shown: bool) -> Submission:
    """A page sent in with a simulated respondent's answers, and the parts that it shows or none of them."""
    names = page_variables(study, page)
    given_there = next(simulate(study, 1, seed)).answers.values
    values, _ = set_apart(study, {name: one for name, one in given_there.items() if name in names})
    shown = walk(study, kept.answers).page(page)
    parts = shown_parts(study, shown) if shown and all_shown else frozenset[str]()
    return Submission("k", "c", page, "n", kept.revision, "d", values, parts, "nl", DAY, draft=draft)


def send_pages(study: Study, data: st.DataObject) -> None:
    kept = Kept("i", "nl", 1, 0, Answers())
    walked = walk(study, kept.answers)
    for _ in range(data.draw(st.integers(1, 10))):
        pages = [page.id for page in walked.pages] or [study.route.pages[0]]
        page = data.draw(st.sampled_from(pages)) if data.draw(st.booleans()) else walked.next_page or pages[0]
        draft, all_shown = data.draw(st.integers(0, 4)) == 0, data.draw(st.integers(0, 4)) > 0
        seed = data.draw(st.integers(0, 50))
        sent = submission(study, kept, page, seed, draft=draft, all_shown=all_shown)
        made_from = kept.answers if data.draw(st.booleans()) else None
        found = judge(study, kept, None, sent, made_from, walked)
        assert found == judge(study, kept, None, sent, made_from)
        assert (found.after is None) is (not found.changes)
        if found.after is None:
            continue
        answers = kept.answers
        for change in found.changes:
            answers = submit(study, answers, change.page, change.values, passed=change.passed)
        assert found.after == walk(study, answers)
        kept, walked = replace(kept, answers=answers, revision=kept.revision + 1), found.after


@pytest.mark.slow
@settings(max_examples=40)
@given(studies, st.data())
def test_a_judgement_carries_the_interview_as_it_is_kept(study: Study, data: st.DataObject) -> None:
    send_pages(study, data)


@pytest.mark.slow
@settings(max_examples=60)
@given(routings(), st.data())
def test_so_it_does_with_contact_details_that_are_taken_back(
    files: tuple[str, str, str], data: st.DataObject
) -> None:
    send_pages(routed_study(files), data)


@pytest.mark.slow
@settings(max_examples=20)
@given(studies, st.integers(0, 20))
def test_a_walk_of_other_answers_is_not_believed(study: Study, seed: int) -> None:
    kept = Kept("i", "nl", 1, 0, Answers())
    other = walk(study, next(simulate(study, 1, seed)).answers)
    page = walk(study, kept.answers).next_page or study.route.pages[0]
    sent = submission(study, kept, page, seed, draft=False, all_shown=True)
    assert judge(study, kept, None, sent, None, other) == judge(study, kept, None, sent)


REACHED = """
# s: Deel

## more
Wilt u meer weten?
- ( ) yes: Ja
- ( ) no: Nee

---

## reach  {contact}
if more is yes
Hoe bereiken wij u?
- email: E-mail

---

## ready
Klaar?
- ( ) yes: Ja
"""


def test_contact_details_that_are_taken_back_are_gone_from_the_interview_that_comes_along() -> None:
    study = study_of(REACHED)
    answers = Answers({"more": "yes", "reach.email": KEPT_APART}, frozenset({"more", "reach"}))
    kept = Kept("i", "nl", 1, 2, answers)
    sent = Submission("k", "c", "more", "n", 2, "d", {"more": "no"}, frozenset({"more"}), "nl", DAY)
    found = judge(study, kept, None, sent)
    assert [change.page for change in found.changes] == ["more", "reach"]
    assert found.after == walk(study, Answers({"more": "no"}, frozenset({"more", "reach"})))
