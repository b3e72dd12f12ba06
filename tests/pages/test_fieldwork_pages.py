"""Pages of fieldwork that isn't open, of pilots and tests, and of a quota that is full."""

import datetime as dt
from dataclasses import replace

import pytest
from page_html import read_page
from page_survey import page_site

from peil.interview.interview import COMPLETE
from peil.pages.bearer import Bearer
from peil.pages.code_pages import end_page
from peil.pages.site import make_sites
from peil.pages.system_pages import closed_page, not_yet_page, privacy_page, start_page
from peil.pages.words import LANGUAGES, words_for
from peil.study.quota import QUOTA_FULL

CODE = "K7QF-2M9X-0PRD-W8ST-6ZHA"
FIRST_DAY = {"nl": "10 maart 2026", "en": "March 10, 2026", "de": "10. März 2026", "fr": "10 mars 2026"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_day_is_told_as_people_write_it(language: str) -> None:
    site = replace(page_site(), words={"nl": words_for(language)})
    page = read_page(not_yet_page(site, "nl", dt.date(2026, 3, 10)))
    assert FIRST_DAY[language] in page.one("main").text
    assert page.one("main").one("a")["href"] == "/nl/resume"


def test_closed_fieldwork_leads_on_to_what_can_be_done_still() -> None:
    words = words_for("nl")
    stranger = read_page(closed_page(page_site(), "nl"))
    begun = read_page(closed_page(page_site(), "nl", begun=True))
    sent = read_page(closed_page(page_site(), "nl", begun=True, sent=True))
    assert {one["href"] for one in stranger.one("main").all("a")} >= {"/nl/resume"}
    assert {one["href"] for one in begun.one("main").all("a")} >= {"/nl/erase", "/nl/access"}
    assert [form["action"] for form in begun.all("form")] == ["/nl/leave"], "nothing can be sent in"
    assert words("closed_sent") not in begun.text
    assert words("closed_sent") in sent.text


def test_the_end_tells_a_full_quota_from_an_early_end() -> None:
    words = words_for("nl")
    for outcome, said in ((COMPLETE, "end_complete"), ("too_young", "end_early"), (QUOTA_FULL, "end_full")):
        assert words(said) in read_page(end_page(page_site(), "nl", Bearer(CODE, outcome))).text


@pytest.mark.parametrize(("purpose", "said"), [("live", ""), ("pilot", "end_pilot"), ("test", "end_test")])
def test_the_end_says_what_doesnt_count(purpose: str, said: str) -> None:
    words = words_for("nl")
    site = make_sites(page_site().study)[purpose]
    text = read_page(end_page(site, "nl", Bearer(CODE, COMPLETE))).text
    assert {key for key in ("end_pilot", "end_test") if words(key) in text} == {said} - {""}


@pytest.mark.parametrize("purpose", ["live", "pilot", "test"])
def test_the_banner_is_read_once_in_its_place(purpose: str) -> None:
    site = make_sites(page_site().study)[purpose]
    for text in (privacy_page(site, "en"), start_page(site, "en", CODE)):
        page = read_page(text)
        banners = page.all("aside", class_="trial")
        assert len(banners) == (purpose != "live")
        for banner in banners:
            assert banner.text.strip() == words_for("en")(f"{purpose}_banner")
            assert not any(banner.has(name) for name in ("role", "aria-live", "aria-label"))


def test_the_start_sends_along_the_link_and_the_version_that_was_read() -> None:
    page = read_page(start_page(page_site(), "nl", CODE, link="newsletter", version="abc"))
    hidden = {one["name"]: one["value"] for one in page.all("input", type="hidden")}
    assert hidden == {".code": CODE, ".from": "newsletter", ".version": "abc"}
    assert "/en/?from=newsletter" in {one["href"] for one in page.one("nav").all("a")}


def test_words_that_were_changed_are_told_to_be_read_again() -> None:
    page = read_page(start_page(page_site(), "nl", CODE, changed=True))
    assert page.one(role="status").text.strip() == words_for("nl")("start_changed")
