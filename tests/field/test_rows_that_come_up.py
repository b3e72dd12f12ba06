"""Rows and options that a page's own answers bring up are shown before the interview goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fielded_study import SETTINGS, Browser, Fielded, in_field, make_study, send, start, where

ONE_ROLE = SETTINGS.replace('boss = { if = "job is boss", label = "baas" }\n', "")

QUESTIONNAIRE = """
# work: Werk  {one page}

## home
Werkt u thuis?
- ( ) yes: Ja
- ( ) no: Nee

## good  {matrix, optional}
Hoe gaat het?
columns
- ( ) well: Goed
- ( ) bad: Slecht
rows
- office: Op kantoor
- desk: Thuis  {if home is yes}

## where
Waar werkt u het liefst?
- ( ) office: Op kantoor
- ( ) desk: Thuis  {if home is yes}

# last: Slot

## bye  {notice}
Dank u.
"""
ANSWERS = {"home": "yes", "good.office": "well", "where": "office"}


@pytest.fixture
def fielded(tmp_path: Path) -> Iterator[Fielded]:
    study = make_study(tmp_path / "study", ONE_ROLE, QUESTIONNAIRE)
    with in_field(study, tmp_path / "store") as found:
        yield found


def begin(browser: Browser) -> None:
    assert where(start(browser)) == (303, "/nl/p/work")


def test_what_came_up_is_shown_before_the_next_page(browser: Browser) -> None:
    begin(browser)
    assert 'name="good.desk"' not in browser.get("/nl/p/work").text
    assert where(send(browser, "work", ANSWERS)) == (303, "/nl/p/work?grown=good,where")
    again = browser.get("/nl/p/work?grown=good,where").text
    assert 'name="good.desk"' in again
    assert where(browser.get("/nl/p/bye")) == (303, "/nl/p/work")
    assert where(send(browser, "work", {**ANSWERS, "where": "desk"})) == (303, "/nl/p/bye")


def test_what_was_there_already_does_not_hold_up(browser: Browser) -> None:
    begin(browser)
    assert where(send(browser, "work", {**ANSWERS, "home": "no"})) == (303, "/nl/p/bye")


def test_a_mark_that_no_form_of_ours_carries_is_refused(browser: Browser) -> None:
    begin(browser)
    refused = send(browser, "work", {**ANSWERS, ".shown": "home good where good/office"})
    assert refused.status_code == 400


def test_answers_wait_in_the_store_meanwhile(fielded: Fielded, browser: Browser) -> None:
    begin(browser)
    send(browser, "work", ANSWERS)
    (kept,) = fielded.store.kept()
    assert kept.answers.values == ANSWERS
    assert kept.answers.pages == frozenset()
