"""Dispositions: what becomes of an interview, and of everybody who was invited."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from field_cases import (
    BEGUN,
    BROKEN_OFF,
    PARTIAL,
    REFUSING,
    SCREENED,
    case,
    complete,
    field_study,
    kept,
    sample,
)
from hypothesis import given
from hypothesis import strategies as st

from peil.data.analysis_set import in_analysis_set
from peil.data.from_responses import from_responses
from peil.fieldwork.accounting import account, count_dispositions
from peil.fieldwork.case import make_case
from peil.fieldwork.disposition import MEANINGS, Disposition, dispose, screens
from peil.interview.simulate import simulate
from peil.store.sample.sample_counts import SampleCounts

D = Disposition

OF_INTERVIEWS = (D.COMPLETE, D.PARTIAL, D.REFUSAL, D.BREAK_OFF, D.SCREENED_OUT, D.QUOTA_FULL)


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (complete(), "1.1"),
        (PARTIAL, "1.2"),
        (REFUSING, "2.11"),
        (BROKEN_OFF, "2.12"),
        (BEGUN, "2.12"),
        (SCREENED, "4.10"),
    ],
)
def test_an_interview_is_what_it_came_to(answers, code) -> None:
    assert dispose(case("a", answers)) == code


def test_who_came_too_late_is_no_break_off() -> None:
    late = case("a", PARTIAL, full="young")
    assert dispose(late) is D.QUOTA_FULL
    assert late.at is None


def test_what_stands_on_a_page_that_was_left_unfinished_counts_for_nothing() -> None:
    typed = case("a", type(PARTIAL)(PARTIAL.values, frozenset({"adult"})))
    assert (dispose(typed), typed.at, typed.items) == (D.BREAK_OFF, "usage", 1)


def test_without_an_analysis_point_nothing_is_partial() -> None:
    assert dispose(make_case(field_study(), kept("a", PARTIAL), None)) is D.BREAK_OFF


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_complete_and_partial_together_are_the_analysis_set(seed) -> None:
    study = field_study(screening=False)
    responses = tuple(simulate(study, 60, seed, 0.6))
    dataset = from_responses(study, responses)
    cases = [make_case(study, kept(one.id, one.answers), study.about.analysis_set) for one in responses]
    over = np.array([one.outcome not in {None, "complete"} for one in responses])
    analysed = in_analysis_set(dataset) & ~over
    assert [dispose(one) in {D.COMPLETE, D.PARTIAL} for one in cases] == analysed.tolist()
    assert 0 < analysed.sum() < len(cases)


def test_everybody_has_one_disposition() -> None:
    told = account(
        sample(100, bounced=7, unsubscribed=3, refused=2), {D.COMPLETE: 40, D.BREAK_OFF: 5}, screening=False
    )
    assert told == {D.COMPLETE: 40, D.REFUSAL: 5, D.BREAK_OFF: 5, D.NON_CONTACT: 43, D.UNDELIVERED: 7}


def test_who_was_not_heard_of_may_not_be_eligible_where_the_questionnaire_screens() -> None:
    assert screens(field_study())
    assert not screens(field_study(screening=False))
    assert account(sample(10), {}, screening=True) == {D.NOTHING_RETURNED: 10}
    assert account(sample(10), {}, screening=False) == {D.NON_CONTACT: 10}


def test_who_finishes_and_then_unsubscribes_is_complete() -> None:
    assert account(sample(4, unsubscribed=3), {D.COMPLETE: 3}, screening=False) == {
        D.COMPLETE: 3,
        D.REFUSAL: 1,
    }


def test_who_was_invited_and_erased_stays_a_case_that_refused() -> None:
    people = replace(sample(9), withdrawn=1)
    assert account(people, {D.COMPLETE: 4}, screening=False) == {
        D.COMPLETE: 4,
        D.REFUSAL: 1,
        D.NON_CONTACT: 5,
    }
    assert account(people, {D.COMPLETE: 10}, screening=False) == {D.COMPLETE: 10}, "answers are still there"


samples = st.builds(SampleCounts, *(st.integers(0, 500) for _ in range(9)))
interviews = st.dictionaries(st.sampled_from(OF_INTERVIEWS), st.integers(0, 300))


@given(samples, interviews, st.booleans())
def test_dispositions_partition_the_invited(people, found, screening) -> None:
    told = account(people, found, screening=screening)
    assert sum(told.values()) == max(people.approached, sum(found.values()))
    assert all(count > 0 for count in told.values())
    for code, count in found.items():
        assert told.get(code, 0) >= count
    assert (D.NON_CONTACT in told) <= (not screening)
    assert (D.NOTHING_RETURNED in told) <= screening
    assert list(told) == sorted(told)


@given(st.lists(st.sampled_from([*D])))
def test_counting_loses_nobody(codes) -> None:
    assert Counter(count_dispositions(codes)) == Counter(codes)


def test_every_disposition_says_how_it_is_decided() -> None:
    assert MEANINGS.keys() == {*D}
