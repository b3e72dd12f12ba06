"""How long a page was looked at, and the field that nobody sees: taken along, and in nobody's way."""

import pytest
from fielded_study import Browser, Fielded, form_of, hidden_fields, send, start, where

from peil.field.controls import MOST_SECONDS
from peil.store.kept import Kept


def only(fielded: Fielded) -> Kept:
    (kept,) = fielded.store.kept()
    return kept


@pytest.mark.slow
def test_seconds_are_summed_for_the_interview_and_counted_for_the_page(
    fielded: Fielded, browser: Browser
) -> None:
    start(browser)
    send(browser, "job", {"job": "staff", ".seconds": "17"})
    send(browser, "age", {"age": "44", ".seconds": "5"})
    assert only(fielded).seconds == 22
    assert fielded.store.page_seconds() == {"job": {15: 1}, "age": {5: 1}}


@pytest.mark.parametrize(
    ("told", "kept"),
    [("", 0), ("-4", 0), ("ten", 0), ("3.5", 0), ("٣", 0), ("9" * 400, 0), ("99999", MOST_SECONDS), ("0", 0)],
)
def test_seconds_that_make_no_sense_cost_nobody_an_answer(
    fielded: Fielded, browser: Browser, told: str, kept: int
) -> None:
    start(browser)
    assert where(send(browser, "job", {"job": "staff", ".seconds": told})) == (303, "/nl/p/age")
    assert only(fielded).seconds == kept


def test_without_the_script_nothing_is_known(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    assert only(fielded).seconds == 0
    assert fielded.store.page_seconds() == {}


def test_two_clicks_are_one_submission_however_long_between(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    fields = {**form_of(browser, "job"), "job": "staff", ".go": "next"}
    for seconds in ("17", "19"):
        assert where(browser.post("/nl/p/job", data={**fields, ".seconds": seconds})) == (303, "/nl/p/age")
    assert (only(fielded).seconds, only(fielded).revision) == (17, 1)


def test_a_page_that_is_sent_back_goes_on_from_its_seconds(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    refused = send(browser, "age", {"age": "many", ".seconds": "12"})
    assert refused.status_code == 422
    assert hidden_fields(refused.text)[".seconds"] == "12"
    assert only(fielded).seconds == 0


def test_who_fills_in_the_field_that_nobody_sees_is_flagged_and_goes_on(
    fielded: Fielded, browser: Browser
) -> None:
    start(browser)
    assert where(send(browser, "job", {"job": "staff", ".website": "x"})) == (303, "/nl/p/age")
    assert only(fielded).flags == ("honeypot",)
    send(browser, "age", {"age": "44", ".website": "x"})
    assert only(fielded).flags == ("honeypot",)


def test_what_was_filled_in_there_is_kept_nowhere(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff", ".website": "https://spam.example"})
    assert "spam" not in fielded.stored()


def test_who_leaves_it_empty_is_not_flagged(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff", ".website": ""})
    assert only(fielded).flags == ()


def test_who_fills_in_that_field_of_the_start_page_begins_and_is_flagged(
    fielded: Fielded, browser: Browser
) -> None:
    fields = hidden_fields(browser.get("/nl/").text)
    sent = {**fields, ".consent": "1", ".website": "https://spam.example"}
    assert where(browser.post("/nl/start", data=sent)) == (303, "/nl/p/job")
    assert only(fielded).flags == ("honeypot",)
    assert "spam" not in fielded.stored()
    other = fielded.browser()
    fields = hidden_fields(other.get("/nl/").text)
    other.post("/nl/start", data={**fields, ".consent": "1", ".website": ""})
    assert [kept.flags for kept in fielded.store.kept()].count(()) == 1
