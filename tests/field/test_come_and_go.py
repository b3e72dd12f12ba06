"""Beginning, coming back, going on elsewhere, leaving and erasing."""

import re
from pathlib import Path

import pytest
from fielded_study import (
    QUESTIONNAIRE,
    SETTINGS,
    Browser,
    Fielded,
    answer_all,
    form_of,
    hidden_fields,
    in_field,
    language_of,
    make_study,
    send,
    start,
    where,
)

from peil.interview.code import interview_key


@pytest.mark.parametrize(
    ("header", "language"), [("", "nl"), ("en-GB,en;q=0.8", "en"), ("fr", "nl"), ("nl;q=0.2,en;q=0.9", "en")]
)
def test_the_start_page_speaks_the_browsers_language(browser: Browser, header: str, language: str) -> None:
    shown = browser.get("/", headers={"Accept-Language": header})
    assert shown.status_code == 200
    assert language_of(shown) == language
    assert "Welkom bij dit onderzoek." in shown.text
    assert "Ik doe vrijwillig mee." in shown.text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_start_page_in_each_language(browser: Browser, language: str) -> None:
    assert language_of(browser.get(f"/{language}/")) == language
    assert where(browser.get(f"/{language}")) == (303, f"/{language}/")
    assert where(browser.get(f"/{language}/start")) == (303, f"/{language}/")


def test_whoever_comes_back_goes_on_where_it_was_left(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    assert where(browser.get("/")) == (303, "/nl/p/age?resumed")
    assert where(browser.get("/en/")) == (303, "/en/p/age?resumed")
    assert browser.get("/nl/p/age?resumed").text != browser.get("/nl/p/age").text
    send(browser, "age", {"age": "12"})
    assert where(browser.get("/")) == (303, "/nl/end")
    assert where(browser.get("/en/")) == (303, "/en/end")


def test_whoever_comes_back_goes_on_in_the_language_of_the_latest_answers(browser: Browser) -> None:
    start(browser)
    browser.post("/en/p/job", data={**form_of(browser, "job"), "job": "staff", ".go": "next"})
    assert where(browser.get("/", headers={"Accept-Language": "nl"})) == (303, "/en/p/age?resumed")


def test_a_browser_that_refuses_cookies_is_told(fielded: Fielded) -> None:
    fields = {".code": hidden_fields(fielded.browser().get("/nl/").text)[".code"], ".consent": "1"}
    begun = fielded.browser().post("/nl/start", data=fields)
    led = fielded.browser().get(begun.headers["location"])
    assert where(led) == (303, "/nl/?nocode")
    assert "cookies" in fielded.browser().get("/nl/?nocode").text
    assert "cookies" not in fielded.browser().get("/nl/").text


def test_starting_opens_one_interview_and_sets_the_cookie(fielded: Fielded, browser: Browser) -> None:
    code = hidden_fields(browser.get("/en/").text)[".code"]
    begun = browser.post("/en/start", data={".code": code.lower(), ".consent": "1"})
    assert where(begun) == (303, "/en/p/job")
    cookie = begun.headers["set-cookie"].lower()
    assert f"peil={code}".lower() in cookie
    assert all(part in cookie for part in ("httponly", "samesite=lax", "path=/", "max-age=2592000"))
    assert "secure" not in cookie
    (kept,) = fielded.store.kept()
    assert kept.language == "en"
    assert kept.answers.pages == {"welcome"}
    assert str(kept.opened_on) == "2026-03-14"
    assert code not in fielded.stored()


def test_over_https_the_cookie_is_secure(fielded: Fielded) -> None:
    begun = start(fielded.browser("https://survey.example"))
    assert "secure" in begun.headers["set-cookie"].lower()


def test_without_consent_nothing_begins(fielded: Fielded, browser: Browser) -> None:
    before = fielded.stored()
    code = hidden_fields(browser.get("/nl/").text)[".code"]
    again = browser.post("/nl/start", data={".code": code})
    assert again.status_code == 422
    assert 'role="alert"' in again.text
    assert hidden_fields(again.text)[".code"] == code
    assert "set-cookie" not in again.headers
    assert fielded.stored() == before


def test_a_study_without_consent_asks_for_none(tmp_path: Path) -> None:
    settings = re.sub("consent.*\n", "", SETTINGS)
    with in_field(make_study(tmp_path / "study", settings), tmp_path / "store") as fielded:
        browser = fielded.browser()
        code = hidden_fields(browser.get("/nl/").text)[".code"]
        assert where(browser.post("/nl/start", data={".code": code})) == (303, "/nl/p/job")


def test_a_questionnaire_without_a_leading_notice_begins_with_its_first_page(tmp_path: Path) -> None:
    questions = QUESTIONNAIRE.split("# work")[1]
    with in_field(
        make_study(tmp_path / "study", questionnaire=f"# work{questions}"), tmp_path / "store"
    ) as one:
        start(one.browser())
        (kept,) = one.store.kept()
        assert kept.answers.pages == frozenset()


def test_a_double_click_opens_one_interview(fielded: Fielded, browser: Browser) -> None:
    fields = {".code": hidden_fields(browser.get("/nl/").text)[".code"], ".consent": "1"}
    first = browser.post("/nl/start", data=fields)
    second = fielded.browser().post("/nl/start", data=fields)
    assert where(first) == where(second) == (303, "/nl/p/job")
    assert first.headers["set-cookie"] == second.headers["set-cookie"]
    assert len(list(fielded.store.kept())) == 1


def test_two_tabs_share_one_interview(fielded: Fielded, browser: Browser) -> None:
    """Both start pages were opened before either was sent: the second tab goes on in the first one's."""
    tabs = [hidden_fields(browser.get("/nl/").text)[".code"] for _ in range(2)]
    assert tabs[0] != tabs[1]
    begun = browser.post("/nl/start", data={".code": tabs[0], ".consent": "1"})
    send(browser, "job", {"job": "staff"})
    second = browser.post("/nl/start", data={".code": tabs[1], ".consent": "1"})
    assert where(second) == (303, "/nl/p/age?resumed")
    assert begun.headers["set-cookie"] == second.headers["set-cookie"]
    assert len(list(fielded.store.kept())) == 1


@pytest.mark.parametrize(
    "shape", [str.lower, str.upper, lambda code: code.replace("-", " "), lambda code: f" {code} "]
)
def test_the_code_opens_the_interview_on_another_device(fielded: Fielded, browser: Browser, shape) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    elsewhere = fielded.browser()
    assert elsewhere.get("/en/resume").status_code == 200
    resumed = elsewhere.post("/en/resume", data={".code": shape(browser.cookies["peil"])})
    assert where(resumed) == (303, "/en/p/age?resumed")
    assert elsewhere.cookies["peil"] == browser.cookies["peil"]
    assert elsewhere.get("/en/p/age").status_code == 200


def test_the_code_of_a_finished_interview_leads_to_the_end(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    answer_all(browser)
    elsewhere = fielded.browser()
    assert where(elsewhere.post("/nl/resume", data={".code": browser.cookies["peil"]})) == (303, "/nl/end")


def test_an_unknown_code_is_told_like_a_misspelt_one(fielded: Fielded, browser: Browser) -> None:
    before = fielded.stored()
    unknown = "1111-1111-1111-1111-1111"
    told = browser.post("/nl/resume", data={".code": unknown})
    misspelt = browser.post("/nl/resume", data={".code": "hello"})
    assert told.status_code == misspelt.status_code == 422
    assert told.text.replace(unknown, "hello") == misspelt.text
    assert "set-cookie" not in told.headers
    assert browser.post("/nl/resume", data={}).status_code == 422
    assert fielded.stored() == before


def test_leaving_makes_the_device_forget_and_keeps_the_answers(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    before = fielded.stored()
    left = browser.post("/nl/leave", data={})
    assert where(left) == (303, "/nl/left")
    assert "peil" not in browser.cookies
    assert browser.get("/nl/left").status_code == 200
    assert browser.get("/nl/").status_code == 200
    assert fielded.stored() == before


def test_a_device_that_still_knows_the_code_is_not_told_to_have_forgotten(browser: Browser) -> None:
    start(browser)
    assert where(browser.get("/nl/left")) == (303, "/nl/")


def test_erasing_asks_first_and_then_erases_everything(fielded: Fielded, browser: Browser) -> None:
    empty = fielded.stored()
    start(browser)
    answer_all(browser)
    code = browser.cookies["peil"]
    asked = browser.get("/nl/erase")
    assert asked.status_code == 200
    assert interview_key(code) in fielded.stored()
    erased = browser.post("/nl/erase", data=hidden_fields(asked.text))
    assert erased.status_code == 200
    assert "peil" not in browser.cookies
    assert fielded.stored() == empty
    assert list(fielded.store.contact_details()) == []


def test_erasing_twice_says_the_same(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    cookie = {"Cookie": f"peil={browser.cookies['peil']}"}
    asked = hidden_fields(browser.get("/nl/erase").text)
    first, second = (fielded.browser().post("/nl/erase", data=asked, headers=cookie) for _ in range(2))
    assert (first.status_code, first.text) == (second.status_code, second.text)
    assert first.status_code == 200


def test_only_the_interview_that_the_page_asked_about_is_erased(fielded: Fielded, browser: Browser) -> None:
    """Two people share a computer: the second goes on while the page of the first is still there."""
    start(browser)
    asked = hidden_fields(browser.get("/nl/erase").text)
    other = fielded.browser()
    start(other)
    browser.post("/nl/resume", data={".code": other.cookies["peil"]})
    before = fielded.stored()
    for fields, status in ((asked, 409), ({}, 400), ({".seal": ""}, 409), ({".seal": "é"}, 409)):
        assert browser.post("/nl/erase", data=fields).status_code == status
    assert fielded.stored() == before
    assert "peil" in browser.cookies


def test_the_cookie_of_an_erased_interview_opens_nothing(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    fields = {**form_of(browser, "job"), "job": "staff"}
    cookie = {"Cookie": f"peil={browser.cookies['peil']}"}
    browser.post("/nl/erase", data=hidden_fields(browser.get("/nl/erase").text))
    stale = fielded.browser()
    assert stale.get("/nl/", headers=cookie).status_code == 200
    for path in ("p/job", "later", "end", "erase"):
        assert where(stale.get(f"/nl/{path}", headers=cookie)) == (303, "/nl/")
    before = fielded.stored()
    assert stale.post("/nl/p/job", data=fields, headers=cookie).status_code == 403
    assert fielded.stored() == before
    code = hidden_fields(stale.get("/nl/", headers=cookie).text)[".code"]
    begun = stale.post("/nl/start", data={".code": code, ".consent": "1"}, headers=cookie)
    assert where(begun) == (303, "/nl/p/job")
    assert f"peil={code}" in begun.headers["set-cookie"]


@pytest.mark.parametrize("path", ["later", "end", "erase"])
def test_without_an_interview_its_pages_lead_to_the_start(browser: Browser, path: str) -> None:
    assert where(browser.get(f"/en/{path}")) == (303, "/en/")
