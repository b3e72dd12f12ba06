"""What becomes of openings and submissions, on both databases."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from store_survey import DAY, REACHED, answered, form, opening, survey

from peil.interview.answer_problem import AnswerCode
from peil.interview.answers import Answers
from peil.interview.private import KEPT_APART
from peil.store.errors import StoreUnavailable
from peil.store.log_entry import LogEntry
from peil.store.open_store import open_store
from peil.store.receipt import Fate, Receipt
from peil.store.store import Store


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, survey())
    yield opened
    opened.close()


def test_an_opening_is_kept_with_the_pages_passed_by_it(store: Store) -> None:
    kept = store.open_interview(opening())
    assert kept == store.find("key a")
    assert (kept.id, kept.language, kept.seed, kept.revision) == ("id-a", "nl", 7, 0)
    assert kept.answers == Answers({}, frozenset({"welcome"}))
    assert (kept.opened_on, kept.source, kept.synthetic) == (DAY, "web", False)
    assert store.log("id-a") == (LogEntry("welcome", "opening", 0, "", {}, passed=True, language="nl"),)


def test_the_same_opening_again_opens_nothing_and_loses_nothing(store: Store) -> None:
    kept = answered(store, pages=2)
    again = opening()
    assert store.open_interview(again) == kept
    assert [one.id for one in store.kept()] == ["id-a"]


def test_an_accepted_page_is_kept_with_its_log_and_revision(store: Store) -> None:
    kept = store.open_interview(opening())
    sent = form(kept, "usage", {"usage": "often"}, language="en", day=DAY + dt.timedelta(1))
    receipt = store.submit(sent)
    assert receipt.fate is Fate.ACCEPTED
    assert receipt.kept == store.find("key a")
    assert receipt.kept is not None
    assert receipt.kept.answers == Answers({"usage": "often"}, frozenset({"welcome", "usage"}))
    assert (receipt.kept.revision, receipt.kept.language) == (1, "en")
    assert receipt.kept.changed["usage"] == 1
    assert store.log("id-a")[1:] == (
        LogEntry("usage", sent.nonce, 1, sent.digest, {"usage": "often"}, passed=True, language="en"),
    )


def test_the_same_submission_again_is_repeated_and_changes_nothing(store: Store) -> None:
    kept = store.open_interview(opening())
    sent = form(kept, "usage", {"usage": "often"})
    first = store.submit(sent)
    log = store.log("id-a")
    assert store.submit(sent) == Receipt(Fate.REPEATED, first.kept)
    assert store.log("id-a") == log


def test_the_same_nonce_with_another_body_clashes_and_changes_nothing(store: Store) -> None:
    kept = store.open_interview(opening())
    sent = form(kept, "usage", {"usage": "often"})
    first = store.submit(sent)
    other = form(kept, "usage", {"usage": "never"}, nonce=sent.nonce)
    assert store.submit(other) == Receipt(Fate.CLASHED, first.kept)
    assert store.find("key a") == first.kept


def test_the_same_submission_after_its_page_became_another_shows_both(store: Store) -> None:
    """An old tab sent again: whoever reads the old answers in it must not go on as if they were kept."""
    kept = store.open_interview(opening())
    sent = form(kept, "usage", {"usage": "often"})
    first = store.submit(sent)
    other = store.submit(form(first.kept or kept, "usage", {"usage": "never"}))
    assert store.submit(sent) == Receipt(Fate.STALE, other.kept)
    back = store.submit(form(other.kept or kept, "usage", {"usage": "often"}))
    assert store.submit(sent) == Receipt(Fate.REPEATED, back.kept)


def test_the_same_submission_of_a_page_that_is_no_longer_asked_goes_on(store: Store) -> None:
    kept = answered(store, pages=1)
    sent = form(kept, "reasons", {"reasons.speed": True})
    kept = store.submit(sent).kept or kept
    kept = store.submit(form(kept, "reasons", {"reasons.other": True})).kept or kept
    kept = store.submit(form(kept, "usage", {"usage": "never"})).kept or kept
    assert store.submit(sent) == Receipt(Fate.REPEATED, kept)


def test_a_nonce_of_another_page_or_person_is_no_repetition(store: Store) -> None:
    kept = store.open_interview(opening())
    other = store.open_interview(opening("b"))
    assert store.submit(form(kept, "usage", {"usage": "often"}, nonce="n")).fate is Fate.ACCEPTED
    assert store.submit(form(other, "usage", {"usage": "often"}, "b", nonce="n")).fate is Fate.ACCEPTED
    kept = store.find("key a") or kept
    assert store.submit(form(kept, "reasons", {"reasons.speed": True}, nonce="n")).fate is Fate.ACCEPTED


def test_a_form_older_than_a_change_to_its_page_is_stale(store: Store) -> None:
    kept = store.open_interview(opening())
    store.submit(form(kept, "usage", {"usage": "often"}))
    stale = store.submit(form(kept, "usage", {"usage": "never"}))
    assert stale.fate is Fate.STALE
    assert stale.kept == store.find("key a")
    assert stale.kept is not None
    assert stale.kept.answers.values == {"usage": "often"}


def test_an_old_form_that_says_what_is_kept_is_no_trouble(store: Store) -> None:
    kept = store.open_interview(opening())
    store.submit(form(kept, "usage", {"usage": "often"}))
    assert store.submit(form(kept, "usage", {"usage": "often"})).fate is Fate.ACCEPTED


def test_a_resubmission_with_equal_answers_leaves_older_forms_good(store: Store) -> None:
    kept = answered(store, pages=2)
    in_the_other_tab = form(kept, "usage", {"usage": "never"})
    same = store.submit(form(kept, "usage", {"usage": "often"}))
    assert same.kept is not None
    assert (same.kept.revision, same.kept.changed["usage"]) == (3, 1)
    assert store.submit(in_the_other_tab).fate is Fate.ACCEPTED


def test_another_page_changed_since_makes_no_form_stale(store: Store) -> None:
    kept = answered(store, pages=2)
    store.submit(form(kept, "reasons", {"reasons.other": True, "reasons.other.text": "x"}))
    assert store.submit(form(kept, "usage", {"usage": "never"})).fate is Fate.ACCEPTED


def test_answers_that_can_t_be_kept_change_nothing(store: Store) -> None:
    kept = store.open_interview(opening())
    receipt = store.submit(form(kept, "usage", {"usage": "daily"}))
    assert receipt.fate is Fate.WRONG
    assert [problem.code for problem in receipt.problems] == [AnswerCode.UNKNOWN_OPTION]
    assert receipt.kept == kept == store.find("key a")
    assert len(store.log("id-a")) == 1


def test_a_page_that_is_not_or_not_yet_asked_is_off_route(store: Store) -> None:
    kept = store.open_interview(opening())
    assert store.submit(form(kept, "turnover", {"rose": "no"})).fate is Fate.OFF_ROUTE
    assert store.submit(form(kept, "nowhere", {})).fate is Fate.OFF_ROUTE
    assert store.find("key a") == kept


def test_an_interview_never_begun_is_unknown(store: Store) -> None:
    kept = answered(store, "b", pages=0)
    assert store.submit(form(kept, "usage", {"usage": "often"})) == Receipt(Fate.UNKNOWN, None)
    assert store.find("key a") is None


@pytest.mark.parametrize("revision", [-1, 1, 10**9])
def test_a_revision_that_the_interview_has_not_had_is_malformed(store: Store, revision: int) -> None:
    kept = store.open_interview(opening())
    receipt = store.submit(form(kept, "usage", {"usage": "often"}, revision=revision))
    assert receipt.fate is Fate.MALFORMED


def test_a_question_brought_up_on_the_same_page_grows_it(store: Store) -> None:
    kept = answered(store, pages=2)
    rose = {"rose": "yes", "rose.yes.number": Decimal("12.5")}
    grown = store.submit(form(kept, "turnover", rose))
    assert grown.fate is Fate.GREW
    assert grown.kept is not None
    assert grown.kept.answers.values["rose.yes.number"] == Decimal("12.5")
    assert "turnover" not in grown.kept.answers.pages
    assert "rose" not in next(iter(store.responses())).answers.values
    done = store.submit(form(grown.kept, "turnover", {**rose, "why": "Werk"}))
    assert done.fate is Fate.ACCEPTED
    assert next(iter(store.responses())).answers.values["rose.yes.number"] == Decimal("12.5")


def test_a_draft_keeps_what_is_there_and_the_page_is_asked_again(store: Store) -> None:
    kept = answered(store, pages=2)
    receipt = store.submit(form(kept, "turnover", {}, draft=True))
    assert receipt.fate is Fate.ACCEPTED
    receipt = store.submit(form(receipt.kept or kept, "turnover", {"rose": "no"}, draft=True))
    assert receipt.kept is not None
    assert "turnover" in receipt.kept.answers.pages


def test_unticked_is_the_same_as_absent(store: Store) -> None:
    kept = answered(store, pages=1)
    receipt = store.submit(form(kept, "reasons", {"reasons.speed": True, "reasons.other": False}))
    assert receipt.kept is not None
    assert receipt.kept.answers.values == {"usage": "often", "reasons.speed": True}


def test_responses_tell_how_far_an_interview_came(store: Store) -> None:
    answered(store, "b")
    answered(store, "a", pages=1)
    first, second = store.responses()
    assert (first.id, first.last_page, first.outcome) == ("id-a", "usage", None)
    assert (second.id, second.last_page, second.outcome) == ("id-b", "reach", None)
    kept = store.find("key b")
    assert kept is not None
    store.submit(form(kept, "remarks", {}, "b"))
    assert [response.outcome for response in store.responses()] == [None, "complete"]


def test_interviews_come_sorted_however_they_came_in(store: Store) -> None:
    people = [f"p{number:03}" for number in range(450)]
    for start in range(0, 450, 90):
        store.submit_all([opening(who) for who in reversed(people[start : start + 90])])
    assert [kept.id for kept in store.kept()] == [f"id-{who}" for who in people]


def test_a_bad_job_fails_alone(store: Store) -> None:
    kept = answered(store, pages=0)
    bad = opening("b")
    clash = opening("c", ("welcome", "welcome"))  # the same page twice can't be logged
    good = form(kept, "usage", {"usage": "often"})
    outcomes = store.submit_all([bad, clash, good])
    assert outcomes[0] == store.find("key b")
    assert isinstance(outcomes[1], StoreUnavailable)
    assert store.find("key c") is None
    assert isinstance(outcomes[2], Receipt)
    assert outcomes[2].kept == store.find("key a") != kept


def test_jobs_of_one_interview_in_one_batch_follow_each_other(store: Store) -> None:
    kept = answered(store, "z", pages=0)
    first = form(kept, "usage", {"usage": "often"}, "z")
    fates = [
        outcome.fate if isinstance(outcome, Receipt) else outcome
        for outcome in store.submit_all(
            [first, first, form(kept, "usage", {"usage": "never"}, "z"), form(kept, "reasons", {}, "y")]
        )
    ]
    assert fates == [Fate.ACCEPTED, Fate.REPEATED, Fate.STALE, Fate.UNKNOWN]


def test_contact_details_never_stand_among_the_answers(store: Store) -> None:
    kept = answered(store)
    assert kept.answers.values["reach.email"] == KEPT_APART
    assert list(store.contact_details()) == [{"reach.email": "ann@example.org", "reach.phone": "0612345678"}]


@pytest.mark.parametrize(
    ("values", "details"),
    [({"reach.email": "ann@example.org"}, {}), ({}, {"reach.email": "ann@example.org"})],
)
def test_a_detail_among_the_answers_or_without_its_mark_is_not_kept(
    store: Store, values: dict[str, str], details: dict[str, str]
) -> None:
    kept = answered(store, pages=4)
    with pytest.raises(StoreUnavailable):
        store.submit(replace(form(kept, "reach", {}), values=values, details=details))
    assert store.find("key a") == kept
    assert list(store.contact_details()) == []


def test_a_refused_submission_leaves_the_contacts_alone(store: Store) -> None:
    kept = answered(store)
    old = form(kept, "reach", {"reach.email": "new@example.org"}, revision=4)
    assert store.submit(old).fate is Fate.STALE
    wrong = form(kept, "reach", {"reach.email": "new@example.org", "reach.fax": "1"})
    assert store.submit(wrong).fate is Fate.WRONG
    assert list(store.contact_details()) == [{"reach.email": "ann@example.org", "reach.phone": "0612345678"}]


def test_new_details_replace_old_ones_and_a_mark_keeps_what_was_given(store: Store) -> None:
    kept = answered(store)
    sent = form(kept, "reach", {"reach.email": KEPT_APART, "reach.phone": "999"})
    receipt = store.submit(sent)
    assert receipt.fate is Fate.ACCEPTED
    assert list(store.contact_details()) == [{"reach.email": "ann@example.org", "reach.phone": "999"}]
    assert receipt.kept is not None
    assert receipt.kept.changed["reach"] == receipt.kept.revision
    other_tab = form(kept, "reach", {"reach.email": KEPT_APART, "reach.phone": "888"})
    assert store.submit(other_tab).fate is Fate.STALE


def test_a_detail_that_is_left_out_is_deleted(store: Store) -> None:
    kept = answered(store)
    receipt = store.submit(form(kept, "reach", {"reach.email": KEPT_APART}))
    assert receipt.fate is Fate.ACCEPTED
    assert list(store.contact_details()) == [{"reach.email": "ann@example.org"}]


def test_details_that_are_no_longer_asked_for_are_deleted_with_their_marks(store: Store) -> None:
    kept = answered(store)
    answered(store, "b")
    sent = form(kept, "call", {"call": "no"})
    receipt = store.submit(sent)
    assert receipt.fate is Fate.ACCEPTED
    assert receipt.kept is not None
    assert not {"reach.email", "reach.phone"} & set(receipt.kept.answers.values)
    assert receipt.kept.changed["reach"] == receipt.kept.revision
    assert store.log("id-a")[-1] == LogEntry(
        "reach", sent.nonce + ".withdrawn", receipt.kept.revision, "", {}, passed=True, language="nl"
    )
    assert len(list(store.contact_details())) == 1
    again = store.submit(form(receipt.kept, "call", {"call": "yes"}))
    assert again.kept is not None
    empty = store.submit(form(again.kept, "reach", {}))
    assert empty.fate is Fate.WRONG


def test_versions_are_kept_once(store: Store) -> None:
    store.keep_version("f1", {"questionnaire.md": "# a"})
    store.keep_version("f1", {"questionnaire.md": "# b"})
    store.keep_version("f2", {"questionnaire.md": "# ü\0"})
    assert store.versions() == {
        "f1": {"questionnaire.md": "# a"},
        "f2": {"questionnaire.md": "# ü\0"},
    }


def test_everything_is_there_when_the_store_is_opened_again(store_url: str) -> None:
    store = open_store(store_url, survey())
    kept = answered(store)
    log = store.log("id-a")
    store.close()
    again = open_store(store_url, survey())
    assert again.find("key a") == kept
    assert again.log("id-a") == log
    assert len(list(again.contact_details())) == 1
    assert [entry.page for entry in log] == ["welcome", *(page for page, _ in REACHED)]
    again.close()
