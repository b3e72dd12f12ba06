"""The link in an invitation: looking changes nothing, the button begins, and it opens one's own alone."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from fielded_study import Fielded, answer_all, hidden_fields, language_of, send, stored, where
from invited_study import ACCESSES, MODES, begin, has_begun, invited_field, mailed, person_at, sample_of

from peil.field import editions
from peil.interview.code import interview_key
from peil.pages.words import LANGUAGES, words_for
from peil.store.phase import Phase
from peil.store.sample.finished import Finished

both_modes = pytest.mark.parametrize("mode", MODES)
NEVER = "0000-0000-0000-0000-0000"


def everything(fielded: Fielded) -> str:
    return stored(fielded.folder)


@both_modes
def test_a_link_followed_by_anything_changes_nothing(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        tokens = mailed(fielded)
        before = everything(fielded)
        for token in (*tokens.values(), NEVER, "what"):
            for path in (f"/i/{token}", f"/nl/i/{token}", f"/en/i/{token.lower()}"):
                for method in ("GET", "HEAD"):
                    assert "set-cookie" not in fielded.browser().ask(method, path).headers
        assert everything(fielded) == before


@both_modes
def test_the_start_page_speaks_the_persons_language_and_carries_the_token(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        first, second, _ = mailed(fielded).values()
        browser = fielded.browser()
        shown = browser.get(f"/i/{first}", headers={"Accept-Language": "nl"})
        assert language_of(shown) == "en"
        assert language_of(browser.get(f"/i/{second}", headers={"Accept-Language": "en"})) == "nl"
        assert hidden_fields(shown.text)[".code"] == first
        other = re.search(r'<a href="([^"]+)" hreflang="nl"', shown.text)
        assert other
        assert hidden_fields(browser.get(other[1]).text)[".code"] == first


@both_modes
@pytest.mark.parametrize("access", ACCESSES)
def test_the_button_begins_and_the_link_goes_on_anywhere(tmp_path: Path, mode: str, access: str) -> None:
    with invited_field(tmp_path, mode, access) as fielded:
        token, other, _ = mailed(fielded).values()
        browser = fielded.browser()
        assert where(begin(browser, token)) == (303, "/nl/p/job")
        (kept,) = fielded.store.kept()
        assert kept.link == "invited"
        send(browser, "job", {"job": "staff"})
        elsewhere = fielded.browser()
        assert where(elsewhere.get(f"/i/{token}")) == (303, "/nl/p/age?resumed")
        assert elsewhere.get("/nl/p/age").status_code == 200
        again = browser.post("/nl/start", data={".code": token, ".consent": "1"})
        assert where(again) == (303, "/nl/p/age")
        assert len(list(fielded.store.kept())) == 1
        assert not has_begun(fielded, other)


@both_modes
def test_without_consent_nothing_begins_and_the_page_stays_an_invitation(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        token, *_ = mailed(fielded).values()
        browser = fielded.browser()
        fields = hidden_fields(browser.get(f"/nl/i/{token}").text)
        again = browser.post("/nl/start", data=fields)
        assert again.status_code == 422
        assert hidden_fields(again.text)[".code"] == token
        assert words_for("nl")("mode_title") in again.text
        assert f'href="/en/i/{token}"' in again.text
        assert not has_begun(fielded, token)


@both_modes
def test_who_was_not_invited_is_kept_out(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        browser = fielded.browser()
        refused = browser.post("/nl/start", data={".code": NEVER, ".consent": "1"})
        assert refused.status_code == 403
        shown = browser.get(f"/nl/i/{NEVER}")
        assert shown.status_code == 404
        assert words_for("nl")("invitation_unknown_title") in unescape(shown.text)
        assert shown.text == browser.get("/nl/i/rubbish").text
        assert list(fielded.store.kept()) == []


def test_a_fresh_link_voids_the_one_before_unless_it_was_begun_with(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous") as fielded:
        first = mailed(fielded)
        browser = fielded.browser()
        begin(browser, first["p0@example.org"])
        second = mailed(fielded, "reminder-1")
        assert not set(first.values()) & set(second.values())
        fresh = fielded.browser()
        assert fresh.get(f"/i/{first['p1@example.org']}").status_code == 404
        assert (
            fresh.post("/nl/start", data={".code": first["p1@example.org"], ".consent": "1"}).status_code
            == 403
        )
        assert where(fresh.get(f"/i/{first['p0@example.org']}")) == (303, "/nl/p/job?resumed")
        assert where(begin(fielded.browser(), second["p1@example.org"])) == (303, "/nl/p/job")


@both_modes
def test_on_a_shared_computer_nobody_comes_into_someone_elses_answers(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        one, other, _ = mailed(fielded).values()
        browser = fielded.browser()
        begin(browser, one)
        send(browser, "job", {"job": "boss"})
        shown = browser.get(f"/nl/i/{other}")
        assert unescape(words_for("nl")("begun_here")) in unescape(shown.text)
        assert words_for("nl")("begun_here") not in fielded.browser().get(f"/nl/i/{other}").text
        assert where(begin(browser, other)) == (303, "/nl/p/job")
        assert 'value="boss" checked' not in browser.get("/nl/p/job").text
        assert has_begun(fielded, one)
        assert has_begun(fielded, other)
        assert where(browser.get(f"/i/{one}")) == (303, "/nl/p/age?resumed")


@both_modes
def test_a_double_click_begins_one_interview(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        token, *_ = mailed(fielded).values()
        fields = {**hidden_fields(fielded.browser().get(f"/nl/i/{token}").text), ".consent": "1"}
        places = {where(fielded.browser().post("/nl/start", data=fields)) for _ in range(3)}
        assert places == {(303, "/nl/p/job")}
        assert len(list(fielded.store.kept())) == 1


def test_in_a_confidential_study_who_has_finished_is_looked_up(tmp_path: Path) -> None:
    with invited_field(tmp_path, "confidential") as fielded:
        tokens = mailed(fielded)
        before = person_at(fielded, "p1@example.org")
        browser = fielded.browser()
        begin(browser, tokens["p1@example.org"])
        assert before.id not in Finished(sample_of(fielded), fielded.store)
        answer_all(browser)
        assert before.id in Finished(sample_of(fielded), fielded.store)
        assert person_at(fielded, "p1@example.org") == before


@pytest.mark.slow
def test_in_an_anonymous_study_ten_are_noted_at_once(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous", number=22) as fielded:
        tokens = list(mailed(fielded).values())
        sample = sample_of(fielded)
        seen = []
        for token in tokens[:13]:
            browser = fielded.browser()
            begin(browser, token)
            started = len(sample.known_started())
            answer_all(browser)
            seen.append((started, len(sample.known_done())))
        assert seen == [(0, 0)] * 9 + [(10, 10)] * 4
        assert {one.id for one in sample.persons() if one.done} == sample.known_done()
    with invited_field(tmp_path, "anonymous", number=0) as fielded:
        assert len(sample_of(fielded).known_done()) == 10, "what was gathered when it stopped is forgotten"


def test_who_comes_by_another_way_is_never_noted(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous", "both", number=12) as fielded:
        mailed(fielded)
        for _ in range(12):
            browser = fielded.browser()
            code = hidden_fields(browser.get("/nl/").text)[".code"]
            browser.post("/nl/start", data={".code": code, ".consent": "1"})
        assert sample_of(fielded).known_started() == frozenset()
        assert {kept.link for kept in fielded.store.kept()} == {""}


@both_modes
def test_an_erased_interview_can_be_begun_again(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        token, *_ = mailed(fielded).values()
        browser = fielded.browser()
        begin(browser, token)
        fields = hidden_fields(browser.get("/nl/erase").text)
        assert browser.post("/nl/erase", data=fields).status_code == 200
        assert not has_begun(fielded, token)
        assert where(begin(fielded.browser(), token)) == (303, "/nl/p/job")


@pytest.mark.parametrize("language", LANGUAGES)
@both_modes
def test_both_modes_are_told_in_every_language(mode: str, language: str) -> None:
    words = words_for(language)
    told = [text for key, text in words.texts.items() if key.startswith(f"mode_{mode}_")]
    assert len(told) >= 3
    assert all(len(sentence.split()) <= 25 for text in told for sentence in re.split(r"(?<=[.?!])\s", text))


@both_modes
def test_the_start_page_says_what_is_linked_to_who_is_invited(tmp_path: Path, mode: str) -> None:
    other = next(one for one in MODES if one != mode)
    with invited_field(tmp_path, mode, "both") as fielded:
        token, *_ = mailed(fielded).values()
        words = words_for("nl").texts
        own = [text for key, text in words.items() if key.startswith(f"mode_{mode}_")]
        others = [text for key, text in words.items() if key.startswith(f"mode_{other}_")]
        shown = unescape(fielded.browser().get(f"/nl/i/{token}").text)
        whole = unescape(fielded.browser().get("/nl/privacy").text)
        assert [text for text in own if text in shown] == own[:2]
        assert [text for text in own if text in whole] == own
        assert not [text for text in others if text in shown + whole]
        assert (words["privacy_rights_linked"] in whole) == (mode == "confidential")
        assert (words["privacy_rights_text"] in whole) == (mode == "anonymous")
        assert words["mode_title"] not in unescape(fielded.browser().get("/nl/").text)


def test_the_token_of_an_anonymous_respondent_is_kept_nowhere(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous") as fielded:
        token, *_ = mailed(fielded).values()
        browser = fielded.browser()
        begin(browser, token)
        answer_all(browser)
        held = b"".join(path.read_bytes() for path in fielded.folder.iterdir() if path.is_file())
        assert interview_key(token).encode() in held
        assert token.encode() not in held
        assert token.replace("-", "").encode() not in held


@both_modes
def test_a_browser_that_refuses_cookies_is_told_to_use_the_link_again(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        token, *_ = mailed(fielded).values()
        begun = begin(fielded.browser(), token)
        led = fielded.browser().get(begun.headers["location"])
        told = fielded.browser().get(led.headers["location"])
        assert told.status_code == 403
        assert words_for("nl")("no_cookie_title") in unescape(told.text)
        assert words_for("nl")("invited_only_title") in unescape(fielded.browser().get("/nl/").text)


@both_modes
def test_closed_no_invitation_begins_and_the_list_can_be_left(
    tmp_path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "LOOK_AGAIN_SECONDS", 0.0)
    with invited_field(tmp_path, mode) as fielded:
        begun, other, _ = mailed(fielded).values()
        browser = fielded.browser()
        begin(browser, begun)
        latest = fielded.store.current_phase()
        assert latest is not None
        fielded.store.enter_phase(replace(latest, phase=Phase.CLOSED, reason="enough"))
        sample_of(fielded).destroy_links(fielded.day)
        closed = words_for("nl")("closed_title")
        assert closed in fielded.browser().get(f"/nl/i/{other}").text
        sent = fielded.browser().post("/nl/start", data={".code": other, ".consent": "1"})
        assert sent.status_code == 403
        assert not has_begun(fielded, other)
        elsewhere = fielded.browser()
        assert where(elsewhere.get(f"/i/{begun}")) == (303, "/nl/p/job?resumed")
        assert closed in elsewhere.get("/nl/p/job").text
        assert elsewhere.get("/nl/erase").status_code == 200
        left = person_at(fielded, "p2@example.org")
        assert fielded.browser().post(f"/nl/u/{left.leave_key}").status_code == 200
        assert person_at(fielded, "p2@example.org").unsubscribed
