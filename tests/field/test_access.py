"""Access: the respondent sees and takes along everything that is kept."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fielded_study import (
    SETTINGS,
    Browser,
    Fielded,
    answer_all,
    in_field,
    make_study,
    send,
    start,
    stored,
    where,
)
from pyrage import x25519  # type: ignore[import-untyped]  # it ships no type information

TOLD = re.compile(r"<dt>(.*?)</dt>\s*((?:<dd>.*?</dd>\s*)+)", re.DOTALL)


def told(text: str) -> dict[str, list[str]]:
    return {name: re.findall("<dd>(.*?)</dd>", values, re.DOTALL) for name, values in TOLD.findall(text)}


def test_everything_that_is_kept_is_shown(browser: Browser) -> None:
    start(browser)
    answer_all(browser)
    shown = browser.get("/nl/access")
    assert shown.status_code == 200
    found = told(shown.text)
    assert found["Wat doet u?"] == ["Personeel"]
    assert found["U bent … jaar."] == ["44"]
    assert found["Werkt u thuis?"] == ["Nee"]
    assert found["E-mail"] == ["ada@example.org"]
    assert found["Begonnen op"] == found["Het laatst veranderd op"] == ["14 maart 2026"]


def test_it_is_shown_in_the_language_of_the_address(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    assert told(browser.get("/en/access").text)["What do you do?"] == ["Personeel"]


def test_the_file_has_every_cell_that_the_store_has(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    answer_all(browser)
    given = browser.get("/nl/access/answers.json")
    assert given.headers["content-type"] == "application/json"
    assert given.headers["content-disposition"] == 'attachment; filename="answers.json"'
    assert given.headers["cache-control"] == "no-store"
    copy = json.loads(given.text)
    (kept,) = fielded.store.kept()
    assert copy["interview"]["id"] == kept.id
    assert copy["interview"]["version"] == kept.version
    values = {name: value for one in copy["answers"] for name, value in one["values"].items()}
    assert values == {"job": "staff", "age": "44", "days": "no"}
    assert copy["contact_details"] == [
        {"name": "address.email", "label": "E-mail", "sealed": False, "text": "ada@example.org"}
    ]
    log = fielded.store.log(kept.id)
    assert [(one["page"], one["digest"]) for one in copy["log"]] == [(one.page, one.digest) for one in log]


def test_answers_that_other_answers_took_off_the_route_are_given_too(browser: Browser) -> None:
    start(browser)
    for page, fields in (("job", {"job": "boss"}), ("age", {"age": "44"})):
        send(browser, page, fields)
    send(browser, "home", {"days": "yes", "why.other": "1", "why.other.text": "Hond"})
    send(browser, "home", {"days": "no", "why.other": "", "tired": "Ja"})
    log = json.loads(browser.get("/nl/access/answers.json").text)["log"]
    assert {"why.other": True, "why.other.text": "Hond", "days": "yes"} in [one["values"] for one in log]


@pytest.mark.parametrize("path", ["access", "access/answers.json"])
def test_without_an_interview_it_leads_to_the_start(fielded: Fielded, browser: Browser, path: str) -> None:
    assert where(browser.get(f"/nl/{path}")) == (303, "/nl/")
    start(browser)
    answer_all(browser)
    other = fielded.browser()
    start(other)
    assert "ada@example.org" not in other.get(f"/nl/{path}").text
    assert "ada@example.org" in browser.get(f"/nl/{path}").text
    assert browser.post(f"/nl/{path}", data={}).status_code == 405


def test_looking_changes_nothing(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    answer_all(browser)
    before = fielded.stored()
    for path in ("access", "access/answers.json"):
        assert browser.get(f"/nl/{path}").status_code == 200
    assert fielded.stored() == before


@pytest.mark.parametrize("path", ["later", "end", "privacy"])
def test_it_is_linked_from_where_a_respondent_looks_for_it(browser: Browser, path: str) -> None:
    start(browser)
    if path != "later":  # who has finished doesn't stop for now
        answer_all(browser)
    assert 'href="/nl/access"' in browser.get(f"/nl/{path}").text


def test_what_respondents_wrote_is_shown_and_never_run(browser: Browser) -> None:
    start(browser)
    for page, fields in (("job", {"job": "boss"}), ("age", {"age": "44"})):
        send(browser, page, fields)
    send(browser, "home", {"days": "no", "tired": "<script>alert(1)</script>"})
    text = browser.get("/nl/access").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


@pytest.fixture
def sealing(tmp_path: Path) -> Iterator[Fielded]:
    key = x25519.Identity.generate().to_public()
    settings = f'{SETTINGS}\n[fieldwork]\ncontact_keys = ["{key}"]\n'
    with in_field(make_study(tmp_path / "study", settings), tmp_path / "store") as found:
        yield found


def test_a_sealed_detail_is_told_to_be_there_and_not_what_it_says(sealing: Fielded) -> None:
    browser = sealing.browser()
    start(browser)
    answer_all(browser)
    assert "ada@example.org" not in browser.get("/nl/access").text
    assert "Verzegeld" in told(browser.get("/nl/access").text)["E-mail"][0]
    (detail,) = json.loads(browser.get("/nl/access/answers.json").text)["contact_details"]
    assert (detail["sealed"], detail["text"]) == (True, None)
    assert "ada@example.org" not in stored(sealing.folder)
