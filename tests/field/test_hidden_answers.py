"""What is no longer asked is let go or told, by what is kept at the moment when the store decides."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fielded_study import (
    Browser,
    Fielded,
    form_of,
    hidden_fields,
    in_field,
    make_study,
    send,
    start,
    where,
)

from peil.interview.answers import Value
from peil.interview.code import interview_key
from peil.interview.private import KEPT_APART
from peil.store.opening import Opening
from peil.store.store import Outcome
from peil.store.submission import Submission

APART = """
# whole: Alles

## job
Wat doet u?
- ( ) boss: Baas
- ( ) staff: Personeel

## team
if job is boss
Hoe groot is uw team? ___ [0..500]

## kind
Wat voor werk?
- ( ) lead: Leidinggeven, namelijk ____  {if job is boss}
- ( ) do: Doen

## tasks  {optional}
Welke taken? ____
"""


def test_what_another_page_hid_is_told_and_not_lost(tmp_path: Path) -> None:
    """A second tab has taken the option away since the form was made."""
    with in_field(make_study(tmp_path / "study", questionnaire=APART), tmp_path / "store") as fielded:
        browser = fielded.browser()
        start(browser)
        send(browser, "job", {"job": "boss"})
        send(browser, "team", {"team": "4"})
        form = form_of(browser, "kind")
        send(browser, "job", {"job": "staff"})
        before = fielded.stored()
        late = browser.post("/nl/p/kind", data={**form, "kind": "lead", "kind.lead.text": "ploeg"})
        assert late.status_code == 422
        assert 'role="alert"' in late.text
        assert fielded.stored() == before
        again = browser.post("/nl/p/kind", data={**hidden_fields(late.text), "kind": "do"})
        assert again.headers["location"] == "/nl/p/tasks"


FOLLOWED = """
# work: Werk

## job
Wat doet u?
- ( ) boss: Baas
- ( ) staff: Personeel

# home: Thuis  {one page}

## days
Werkt u thuis?
- ( ) yes: Ja
- ( ) no: Nee

## why
if days is yes and job is boss
Waarom? ____

## reach  {contact, optional}
if days is yes and job is boss
Hoe bereiken wij u?
- email: E-mail

## hours  {optional}
Hoeveel uren werkt u? ___ [0..80]

# last: Slot

## bye  {notice}
Dank u.
"""
HOME = {"days": "yes", "why": "Rust", "reach.email": "ada@example.org", ".shown": "days why reach hours"}
"""The page's form as the script keeps it: the questions that its answers brought up are shown on it."""

Meanwhile = Callable[[str], None]


@pytest.fixture
def followed(tmp_path: Path) -> Iterator[Fielded]:
    with in_field(make_study(tmp_path / "study", questionnaire=FOLLOWED), tmp_path / "store") as found:
        yield found


@pytest.fixture
def meanwhile(followed: Fielded, monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Have another device change the job after the next page is read and before the store decides on it."""
    submit_all = followed.store.submit_all

    def change(job: str) -> None:
        def other_first(jobs: Sequence[Opening | Submission]) -> list[Outcome]:
            monkeypatch.setattr(followed.store, "submit_all", submit_all)
            (mine,) = jobs
            assert isinstance(mine, Submission)
            kept = followed.store.find(mine.key)
            assert kept is not None
            other = replace(
                mine,
                page="job",
                nonce="another-device-now",
                revision=kept.revision,
                values={"job": job},
                details={},
                shown=frozenset({"job"}),
            )
            return submit_all([other, mine])[1:]

        monkeypatch.setattr(followed.store, "submit_all", other_first)

    return change


def values_kept(fielded: Fielded, browser: Browser) -> Mapping[str, Value]:
    kept = fielded.store.find(interview_key(browser.cookies["peil"]))
    assert kept is not None
    return kept.answers.values


def errors_told(html: str) -> list[str]:
    return re.findall("<li>.*?</li>", html[html.index('role="alert"') : html.index("<form")], re.DOTALL)


def test_a_follow_up_that_another_device_brings_back_meanwhile_is_not_lost(
    followed: Fielded, meanwhile: Meanwhile
) -> None:
    browser = followed.browser()
    start(browser)
    send(browser, "job", {"job": "boss"})
    form = form_of(browser, "home")
    send(browser, "job", {"job": "staff"})
    meanwhile("boss")
    assert where(browser.post("/nl/p/home", data={**form, **HOME})) == (303, "/nl/p/bye")
    assert values_kept(followed, browser) == {
        "job": "boss",
        "days": "yes",
        "why": "Rust",
        "reach.email": KEPT_APART,
    }
    assert list(followed.store.contact_details()) == [{"reach.email": "ada@example.org"}]


def test_a_follow_up_that_another_device_hides_meanwhile_is_not_kept(
    followed: Fielded, meanwhile: Meanwhile
) -> None:
    browser = followed.browser()
    start(browser)
    send(browser, "job", {"job": "boss"})
    form = form_of(browser, "home")
    meanwhile("staff")
    assert where(browser.post("/nl/p/home", data={**form, **HOME})) == (303, "/nl/p/bye")
    assert values_kept(followed, browser) == {"job": "staff", "days": "yes"}
    assert list(followed.store.contact_details()) == []
    assert "ada@example.org" not in followed.stored()


def test_what_is_wrong_is_shown_on_the_page_as_it_is_by_now(followed: Fielded, meanwhile: Meanwhile) -> None:
    """The question that lacks its answer has come up meanwhile; the page that says so holds it."""
    browser = followed.browser()
    start(browser)
    send(browser, "job", {"job": "boss"})
    form = form_of(browser, "home")
    send(browser, "job", {"job": "staff"})
    meanwhile("boss")
    wrong = browser.post("/nl/p/home", data={**form, **HOME, "why": ""})
    assert wrong.status_code == 422
    assert 'name="why"' in wrong.text


def test_a_hidden_answer_is_not_told_beside_one_that_cannot_be_read(followed: Fielded) -> None:
    browser = followed.browser()
    start(browser)
    send(browser, "job", {"job": "boss"})
    unread = {"days": "no", "hours": "veel"}
    plain, hidden = (send(browser, "home", fields).text for fields in (unread, {**unread, "why": "Rust"}))
    assert errors_told(hidden) == errors_told(plain) != []
