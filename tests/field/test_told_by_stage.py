"""What pages say is true for who has not begun, is under way, has finished or was ended, and once closed."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from fielded_study import (
    Browser,
    Fielded,
    answer_all,
    hidden_fields,
    in_field,
    make_study,
    send,
    start,
    where,
)
from httpx import Response
from invited_study import MODES, begin, invited_field, mailed, person_at, sample_of
from phased_study import AFTER, OPEN, enter, field_of

from peil.pages.words import LANGUAGES, words_for
from peil.store.phase import Phase
from peil.store.purpose import Purpose

WORDS = words_for("nl")
PROMISES = ("go_on", "to_code", "leave_still_on", "later_open", "later_safe", "end_code", "change_link")
"""What nobody is told once fieldwork is over."""

QUOTA = '[quotas.staff]\nif = "job is staff"\nlimit = 1\n'

pytestmark = pytest.mark.usefixtures("at_once")


def text_of(shown: Response) -> str:
    """What a page says, without its tags; lines are broken anywhere."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", shown.text)).split())


def said(shown: Response, *keys: str) -> list[str]:
    text = text_of(shown)
    return [key for key in keys if " ".join(WORDS.texts[key].split()) in text]


def close(fielded: Fielded) -> None:
    latest = fielded.store.current_phase()
    assert latest is not None
    fielded.store.enter_phase(replace(latest, phase=Phase.CLOSED, reason="enough"))


def test_who_is_under_way_is_told_how_to_go_on_until_when(tmp_path: Path) -> None:
    with field_of(tmp_path, settings=OPEN) as fielded:
        browser = fielded.browser()
        start(browser)
        shown = browser.get("/nl/later")
        assert browser.cookies["peil"] in text_of(shown)
        assert "De laatste dag is 20 maart 2026." in text_of(shown)
        assert said(shown, "code_lost_nowhere", "leave_still_on", "later_safe", "later_mail") == [
            "code_lost_nowhere",
            "leave_still_on",
            "later_safe",
        ]
        fielded.day = AFTER
        over = browser.get("/nl/later")
        assert said(over, "closed_title", "closed_yours", *PROMISES) == ["closed_title", "closed_yours"]


def test_a_last_day_that_isnt_kept_to_is_not_promised(tmp_path: Path) -> None:
    with field_of(tmp_path, settings=OPEN, day=AFTER) as fielded:  # went live after it
        browser = fielded.browser()
        start(browser)
        shown = browser.get("/nl/later")
        assert "20 maart" not in text_of(shown)
        assert said(shown, "later_open") == ["later_open"]


def test_who_has_finished_is_not_told_to_go_on_but_can_change_answers(browser: Browser) -> None:
    start(browser)
    assert where(browser.get("/nl/end")) == (303, "/nl/p/job")
    answer_all(browser)
    assert where(browser.get("/nl/later")) == (303, "/nl/end")
    end = browser.get("/nl/end")
    assert said(
        end, "end_complete", "end_code", "change_link", "leave_still_kept", "later_safe", "go_on"
    ) == [
        "end_complete",
        "end_code",
        "change_link",
        "leave_still_kept",
        "later_safe",
    ]
    for path in ("end", "access"):
        assert '<a href="/nl/p/job">' in browser.get(f"/nl/{path}").text.replace(' class="quiet"', "")
    assert browser.get("/nl/p/job").status_code == 200
    assert said(browser.get("/nl/access"), "go_on") == []


def test_who_is_under_way_goes_on_from_access_and_privacy(browser: Browser) -> None:
    start(browser)
    assert said(browser.get("/nl/access"), "go_on", "change_link") == ["go_on"]
    assert said(browser.get("/nl/privacy"), "go_on", "to_start", "to_code", "erase_link") == [
        "go_on",
        "erase_link",
    ]


def test_who_was_screened_out_is_not_asked_to_answer_otherwise(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "12"})
    for path in ("end", "access"):
        assert said(browser.get(f"/nl/{path}"), "change_link", "end_code", "go_on") == []
    assert said(browser.get("/nl/end"), "end_early", "end_code_kept", "later_safe_kept") == [
        "end_early",
        "end_code_kept",
        "later_safe_kept",
    ]
    assert where(browser.get("/nl/later")) == (303, "/nl/end")


def test_who_came_when_a_quota_was_full_sees_no_way_on(tmp_path: Path) -> None:
    folder = make_study(tmp_path / "study").folder
    (folder / "plan.toml").write_text(QUOTA, encoding="utf-8")
    with in_field(make_study(folder), tmp_path / "store") as fielded:
        first, late = fielded.browser(), fielded.browser()
        for browser in (first, late):
            start(browser)
            send(browser, "job", {"job": "staff"})
        assert where(late.get("/nl/later")) == (303, "/nl/end")
        assert said(late.get("/nl/end"), "end_full", "end_code_kept", "change_link", "end_code") == [
            "end_full",
            "end_code_kept",
        ]
        assert said(late.get("/nl/access"), "go_on", "change_link") == []
        assert said(late.get("/nl/privacy"), "go_on", "to_start") == []
        assert said(first.get("/nl/access"), "go_on") == ["go_on"]


@pytest.mark.slow
@pytest.mark.parametrize("finished", [False, True])
def test_once_it_is_closed_nothing_is_promised_and_the_code_still_works(
    fielded: Fielded, browser: Browser, *, finished: bool
) -> None:
    start(browser)
    if finished:
        answer_all(browser)
    code = browser.cookies["peil"]
    enter(fielded, "closed", "enough answers")
    for path in ("", "later", "end", "access", "privacy", "resume", "p/job"):
        shown = browser.get(f"/nl/{path}")
        while shown.status_code == 303:
            shown = browser.get(shown.headers["location"])
        assert said(shown, *PROMISES) == [], path
    elsewhere = fielded.browser()
    assert said(elsewhere.get("/nl/"), "to_code_closed", "to_code") == ["to_code_closed"]
    resume = elsewhere.get("/nl/resume")
    assert said(resume, "resume_title_closed", "resume_lost_closed", "resume_lost", "resume_title") == [
        "resume_title_closed",
        "resume_lost_closed",
    ]
    elsewhere.post("/nl/resume", data={".code": code})
    assert elsewhere.get("/nl/access").status_code == 200
    left = elsewhere.post("/nl/leave", data={})
    assert said(elsewhere.get(left.headers["location"]), "left_text", "to_code_closed", "to_code") == [
        "left_text",
        "to_code_closed",
    ]


def test_who_has_not_begun_is_not_offered_answers_of_theirs(fielded: Fielded) -> None:
    browser = fielded.browser()
    for path in ("later", "end", "access", "erase"):
        assert where(browser.get(f"/nl/{path}")) == (303, "/nl/")
    assert said(browser.get("/nl/privacy"), "to_start", "to_code", "go_on", "erase_link") == [
        "to_start",
        "to_code",
    ]
    assert said(browser.get("/nl/resume"), "resume_lost", "resume_lost_mail", "resume_button") == [
        "resume_lost",
        "resume_button",
    ]


def test_an_erased_code_is_told_to_lead_nowhere(browser: Browser) -> None:
    start(browser)
    code = browser.cookies["peil"]
    browser.post("/nl/erase", data=hidden_fields(browser.get("/nl/erase").text))
    told = browser.post("/nl/resume", data={".code": code})
    assert told.status_code == 422
    assert said(told, "resume_unknown", "resume_unknown_mail") == ["resume_unknown"]


@pytest.mark.parametrize("mode", MODES)
def test_an_invited_code_that_began_nothing_leads_to_the_beginning(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        tokens = mailed(fielded)
        token = tokens["p1@example.org"]
        browser = fielded.browser()
        led = browser.post("/nl/resume", data={".code": token.lower()})
        assert where(led) == (303, f"/nl/i/{token}")
        assert "set-cookie" not in led.headers
        assert hidden_fields(browser.get(f"/nl/i/{token}").text)[".code"] == token
        assert list(fielded.store.kept()) == []
        close(fielded)
        assert said(browser.get(led.headers["location"]), "closed_title") == ["closed_title"]


def test_a_voided_code_is_told_to_come_from_an_older_mail(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous", "both") as fielded:
        old = mailed(fielded)["p1@example.org"]
        mailed(fielded, "reminder-1")
        browser = fielded.browser()
        told = browser.post("/nl/resume", data={".code": old})
        assert told.status_code == 422
        assert said(told, "resume_unknown", "resume_unknown_mail") == [
            "resume_unknown",
            "resume_unknown_mail",
        ]
        assert said(told, "resume_lost_mail", "resume_lost_else", "resume_lost") == [
            "resume_lost_mail",
            "resume_lost_else",
        ]


LOST = ("code_lost_nowhere", "code_lost_in_mail", "code_lost_in_list")


def lost(shown: Response) -> str:
    """What it says of a code that is lost: the longest, for one of these ends as another begins."""
    return max(said(shown, *LOST), key=lambda key: len(WORDS.texts[key]))


@pytest.mark.slow
def test_a_confidential_code_can_be_found_until_the_list_is_destroyed(tmp_path: Path) -> None:
    with invited_field(tmp_path, "confidential", "both") as fielded:
        token, *_ = mailed(fielded).values()
        browser = fielded.browser()
        begin(browser, token)
        for path in ("later", "end"):
            assert lost(browser.get(f"/nl/{path}")) == "code_lost_in_list"
            answer_all(browser)
        assert sample_of(fielded).token_of(person_at(fielded, "p0@example.org").id) == token
        close(fielded)
        assert lost(browser.get("/nl/end")) == "code_lost_in_list", "the list is there still"
        sample_of(fielded).destroy_links(fielded.day)
        assert lost(browser.get("/nl/end")) == "code_lost_in_mail"


def test_an_anonymous_code_is_in_the_mail_it_was_begun_with_alone(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous", "both") as fielded:
        token, *_ = mailed(fielded).values()
        browser = fielded.browser()
        begin(browser, token)
        mailed(fielded, "reminder-1")
        later = browser.get("/nl/later")
        assert said(later, "later_mail") == ["later_mail"]
        assert lost(later) == "code_lost_in_mail"
        assert where(fielded.browser().get(f"/nl/i/{token}")) == (303, "/nl/p/job?resumed")


@pytest.mark.parametrize("mode", MODES)
def test_who_came_by_the_open_link_has_no_mail_to_look_in(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode, "both") as fielded:
        browser = fielded.browser()
        start(browser)
        assert said(browser.get("/nl/later"), "later_mail", *LOST) == ["code_lost_nowhere"]


def test_a_trial_before_the_first_day_goes_on(tmp_path: Path) -> None:
    before = date(2026, 3, 1)
    with field_of(tmp_path, settings=OPEN, day=before) as fielded:
        browser = fielded.browser()
        code = hidden_fields(browser.get("/nl/?from=test").text)[".code"]
        browser.post("/nl/start", data={".code": code, ".consent": "1", ".from": "test"})
        assert {kept.purpose for kept in fielded.store.kept()} == {Purpose.TEST}
        assert said(browser.get("/nl/later"), "go_on", "leave_still_on") == ["go_on", "leave_still_on"]


@pytest.mark.parametrize("mode", MODES)
def test_the_list_is_left_without_a_promise_once_it_is_closed(tmp_path: Path, mode: str) -> None:
    keys = ("unsubscribe_ask", "unsubscribe_still", "refuse_ask", "unsubscribed_way", "unsubscribed_link")
    with invited_field(tmp_path, mode) as fielded:
        path = f"/nl/u/{person_at(fielded, 'p1@example.org').leave_key}"
        browser = fielded.browser()
        assert said(browser.get(path), *keys) == list(keys[:3])
        assert said(browser.post(path), *keys) == list(keys[3:])
        close(fielded)
        assert said(browser.get(path), *keys) == ["unsubscribe_ask"]
        assert said(browser.post(path), *keys) == ["unsubscribed_way"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_of_a_stage_differ_in_every_language(language: str) -> None:
    texts = words_for(language).texts
    pairs = (
        ("to_code", "to_code_closed"),
        ("later_safe", "later_safe_kept"),
        ("leave_still_on", "leave_still_kept"),
        ("resume_title", "resume_title_closed"),
        ("end_code", "end_code_kept"),
        *(("code_lost_nowhere", other) for other in LOST[1:]),
    )
    assert [pair for pair in pairs if texts[pair[0]] == texts[pair[1]]] == []
