"""What a page's own answers hide is neither kept nor held against it, decided by what is kept then."""

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from store_survey import SETTINGS, form, opening

from peil.interview.answers import Value
from peil.interview.private import KEPT_APART
from peil.store import store as room
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.receipt import Fate, Receipt
from peil.store.store import Store
from peil.study.reader.read import read_study
from peil.study.study import Study

QUESTIONNAIRE = """
# intro: Inleiding

## welcome  {notice}
Welkom.

# use: Gebruik

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit

# close: Slot  {one page}

## call
Mogen we u bellen?
- ( ) yes: Ja
- ( ) no: Nee

## why
if call is no and usage is often
Waarom niet? ____

## reach  {contact, optional}
if call is yes and usage is often
Hoe?
- phone: Telefoon
"""
WHOLE: dict[str, Value] = {"call": "yes", "why": "Druk", "reach.phone": "0612345678"}
"""A form without JavaScript, on which both follow-up questions have been on show."""


@cache
def survey() -> Study:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
        (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
        return read_study(folder)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url, survey())
    yield opened
    opened.close()


def begun(store: Store, usage: str = "often") -> Kept:
    return accepted(send(store, store.open_interview(opening()), "usage", {"usage": usage}))


def send(store: Store, kept: Kept, page: str, values: dict[str, Value]) -> Receipt:
    return store.submit(form(kept, page, values, study=survey(), shown=shown(page)))


def shown(page: str) -> frozenset[str]:
    return frozenset({"call", "why", "reach"} if page == "close" else {page})


def accepted(receipt: Receipt) -> Kept:
    assert receipt.fate is Fate.ACCEPTED, receipt
    assert receipt.kept is not None
    return receipt.kept


@pytest.mark.parametrize(
    ("usage", "call", "left"),
    [
        ("often", "yes", {"reach.phone": KEPT_APART}),
        ("often", "no", {"why": "Druk"}),
        ("never", "yes", {}),
        ("never", "no", {}),
    ],
)
def test_what_the_page_hides_by_what_is_kept_is_not_kept(
    store: Store, usage: str, call: str, left: dict[str, Value], monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[object] = []
    monkeypatch.setattr(room, "put_details", lambda *those: put.append(those[-1]))
    kept = accepted(send(store, begun(store, usage), "close", {**WHOLE, "call": call}))
    assert kept.answers.values == {"usage": usage, "call": call, **left}
    assert put == ([{"reach.phone": "0612345678"}] if "reach.phone" in left else [])


def test_an_old_form_that_differs_in_what_it_hides_alone_is_no_trouble(store: Store) -> None:
    kept = begun(store)
    first = accepted(send(store, kept, "close", {**WHOLE, "call": "no"}))
    other_window = {**WHOLE, "call": "no", "reach.phone": "0687654321"}
    second = accepted(send(store, kept, "close", other_window))
    assert (second.answers, second.changed) == (first.answers, first.changed)
    assert send(store, kept, "close", WHOLE).fate is Fate.STALE


def test_a_form_sent_twice_with_what_it_hides_is_repeated(store: Store) -> None:
    kept = begun(store)
    sent = form(kept, "close", {**WHOLE, "call": "no"}, study=survey(), shown=shown("close"))
    after = accepted(store.submit(sent))
    accepted(send(store, after, "close", {"call": "no", "why": "Druk"}))
    assert store.submit(sent).fate is Fate.REPEATED
